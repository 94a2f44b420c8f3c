package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BsmStateTest {

  /// A frame's head of 24 bits and the core up to the heading: the shortest.
  private static final int FIXED_BITS = 24 + 200;

  private final SameAsFull same = new SameAsFull(BsmState::read, full -> full, bytes -> FIXED_BITS);
  private final RandomMessages random = new RandomMessages(2);

  @Test
  void everyReferenceMessageGivesTheSameReport() {
    int count = 0;
    for (String file : new String[] {"j2735.jsonl", "ode_json_pairs.jsonl"}) {
      for (JsonNode vector : Vectors.of(file)) {
        byte[] bytes = Vectors.bytes(vector);
        same.check(bytes);
        if (vector.get("message").asText().equals("BasicSafetyMessage")) {
          count++;
          if (count % 8 == 0) {
            same.checkDamaged(bytes, 200);
          }
        }
      }
    }
    System.out.println("BSMs read selectively: " + count + ", and damaged: " + same);
    assertThat(count).isEqualTo(223 + 169);
  }

  @Test
  void randomMessagesGiveTheSameReport() throws Exception {
    same.checkRandom(() -> random.framed("BasicSafetyMessage"));
    System.out.println("random BSMs: " + same);
  }
}
