package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.etsi.cam.Cam;
import city.wayside.messages.etsi.v1.CamV1;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CamStateTest {

  private static final long RECEIVED_MS = Instant.parse("2026-06-01T11:59:47.321Z").toEpochMilli();
  private static final int RANDOM_COUNT = 4000;

  private final SameAsFull same =
      new SameAsFull(CamState::read, full -> full, CamStateTest::fixedBits);
  private final RandomMessages random = new RandomMessages(1);

  @Test
  void everyReferenceMessageGivesTheSameReport() {
    int count = 0;
    for (JsonNode vector : Vectors.of("etsi.jsonl")) {
      byte[] bytes = Vectors.bytes(vector);
      same.check(bytes, RECEIVED_MS);
      if (vector.get("message").asText().equals("CAM")) {
        same.checkDamaged(bytes, new Random(1), 2000, RECEIVED_MS);
        count++;
      }
    }
    System.out.println("CAMs read selectively: " + count + ", and damaged: " + same);
    assertThat(count).isEqualTo(14);
  }

  @Test
  void randomMessagesOfVersion1GiveTheSameReport() throws Exception {
    checkRandom(CamV1.CAM, 1);
  }

  @Test
  void randomMessagesOfVersion2GiveTheSameReport() throws Exception {
    checkRandom(Cam.CAM, 2);
  }

  private void checkRandom(SequenceType cam, int version) throws Exception {
    RandomValues.Fixed protocolVersion =
        new RandomValues.Fixed(Path.of(cam, "header.protocolVersion"), version);
    RandomValues.Fixed messageId = new RandomValues.Fixed(Path.of(cam, "header.messageID"), 2);
    for (int i = 0; i < RANDOM_COUNT; i++) {
      byte[] bytes = random.next(cam, protocolVersion, messageId);
      same.check(bytes, RECEIVED_MS);
      if (i % 20 == 0) {
        same.checkDamaged(bytes, new Random(1), 50, RECEIVED_MS);
      }
    }
    System.out.println("random CAMs of version " + version + ": " + same);
  }

  /// Up to the choice of a road-side unit's container, up to the speed of a vehicle's.
  private static int fixedBits(byte[] cam) {
    return cam[25] < 0 ? 201 : 248;
  }
}
