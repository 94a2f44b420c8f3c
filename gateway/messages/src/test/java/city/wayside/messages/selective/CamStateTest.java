package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.etsi.cam.Cam;
import city.wayside.messages.etsi.v1.CamV1;
import org.junit.jupiter.api.Test;

class CamStateTest {

  private final SameAsFull same =
      new SameAsFull(CamState::read, full -> full, CamStateTest::fixedBits);
  private final RandomMessages random = new RandomMessages(1);

  @Test
  void everyReferenceMessageGivesTheSameReport() {
    assertThat(same.checkEtsiVectors("CAM")).isEqualTo(14);
  }

  @Test
  void randomMessagesOfVersion1GiveTheSameReport() throws Exception {
    same.checkRandom(random, CamV1.CAM, 1, 2);
  }

  @Test
  void randomMessagesOfVersion2GiveTheSameReport() throws Exception {
    same.checkRandom(random, Cam.CAM, 2, 2);
  }

  /// Up to the choice of a road-side unit's container, up to the speed of a vehicle's.
  private static int fixedBits(byte[] cam) {
    return cam[25] < 0 ? 201 : 248;
  }
}
