package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Packets of the field, cut off at each byte and damaged at each byte.
class EnvelopeFieldPacketsTest {

  private static final int[] DAMAGES = {0x01, 0x40, 0x7F, 0x80, 0xFF};

  private final EnvelopeReader reader = new EnvelopeReader();
  private final FrameSearch search = new FrameSearch();
  private int opened;
  private int refused;

  @Test
  void noCutAndNoDamageMakesItThrow() {
    List<JsonNode> vectors = new ArrayList<>(Vectors.of("geonetworking.jsonl"));
    vectors.addAll(Vectors.of("ieee1609dot2.jsonl"));
    for (JsonNode vector : vectors) {
      byte[] bytes = Vectors.bytes(vector);
      for (int at = 0; at < bytes.length; at++) {
        open(bytes, at);
        byte before = bytes[at];
        for (int damage : DAMAGES) {
          bytes[at] = (byte) (before ^ damage);
          open(bytes, bytes.length);
        }
        bytes[at] = before;
      }
    }
    System.out.println(
        "Field packets cut off or damaged: " + opened + " opened, " + refused + " refused");
    assertThat(opened).isPositive();
    assertThat(refused).isPositive();
  }

  /// Secured data are only whole with their last byte.
  @Test
  void signedDataOfTheFieldMayNotBeCutOff() {
    int checked = 0;
    for (JsonNode vector : Vectors.of("geonetworking.jsonl")) {
      byte[] bytes = Vectors.bytes(vector);
      if (reader.open(bytes) instanceof Unwrapped unwrapped && unwrapped.signedData().isPresent()) {
        int dataEnd = unwrapped.security().getFirst().data().endBytes();
        for (int length = 0; length < dataEnd; length++) {
          assertThat(reader.open(bytes, 0, length)).isInstanceOf(Opening.Unreachable.class);
        }
        checked++;
      }
    }
    assertThat(checked).isEqualTo(10);
  }

  private void open(byte[] bytes, int length) {
    Slice received = new Slice(0, length);
    for (FrameSearch.Candidate candidate : search.candidates(bytes, 0, length)) {
      assertThat(received.contains(candidate.slice())).isTrue();
    }
    switch (reader.open(bytes, 0, length)) {
      case Unwrapped unwrapped -> {
        assertThat(received.contains(unwrapped.message())).isTrue();
        opened++;
      }
      case Opening.Unreachable unreachable -> {
        assertThat(unreachable.refused().reason()).isNotBlank();
        refused++;
      }
    }
  }
}
