package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A decode makes one object, the value it gives: what 10,000 rounds over all reference messages
/// allocate is counted by the virtual machine, which needs no timing.
class AllocationTest {

  private static final long RECEIVED_MS = 1_780_315_187_321L;
  private static final int ROUNDS = 10_000;

  /// A Report has 72 bytes of fields, a DenmHead.Hazard as many, and each a header.
  private static final long BYTES_MAX = 96;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Object last = "nothing yet";

  @Test
  void aDecodeMakesOneSmallObject() {
    assertThat(bytesPerDecode("etsi.jsonl", "CAM", CamState::read)).isLessThan(BYTES_MAX);
    assertThat(bytesPerDecode("etsi.jsonl", "DENM", DenmState::read)).isLessThan(BYTES_MAX);
    assertThat(bytesPerDecode("ode_json_pairs.jsonl", "BasicSafetyMessage", BsmState::read))
        .isLessThan(BYTES_MAX);
  }

  private long bytesPerDecode(String file, String message, SameAsFull.Selective selective) {
    List<byte[]> messages =
        Vectors.of(file).stream()
            .filter(vector -> isOf(vector, message))
            .map(Vectors::bytes)
            .toList();
    round(messages, selective);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      round(messages, selective);
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    long perDecode = bytes / ((long) ROUNDS * messages.size());
    System.out.println("bytes allocated for a " + message + ": " + perDecode);
    assertThat(last).isNotNull();
    return perDecode;
  }

  private static boolean isOf(JsonNode vector, String message) {
    return vector.get("message").asText().equals(message);
  }

  private void round(List<byte[]> messages, SameAsFull.Selective selective) {
    for (int i = 0; i < messages.size(); i++) {
      byte[] bytes = messages.get(i);
      last = selective.read(bytes, 0, bytes.length, RECEIVED_MS);
    }
  }
}
