package city.wayside.town.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecodeBenchTest {

  private static final long LOOK_NS = 10_000_000;

  private final List<String> lines = new ArrayList<>();

  /// A clock that goes on by 10 ms whenever it is looked at: every 1,000 messages take as long.
  private final AtomicLong nowNs = new AtomicLong();

  private long look() {
    return nowNs.addAndGet(LOOK_NS);
  }

  @Test
  void ratesStandBehindMachineMessagesAndCorrectness() {
    boolean correct = new DecodeBench(3, Duration.ofMillis(100)).run(this::look, lines::add);

    assertThat(correct).isTrue();
    assertThat(lines.getFirst()).startsWith("machine      ");
    assertThat(lines.get(1))
        .isEqualTo(
            "load         one thread, 3 runs of 0.1 s for each decoder, after as long to warm up");
    assertThat(lines.get(2))
        .matches("messages     cam \\d+ bytes, bsm \\d+ bytes, denm \\d+ bytes, mapem \\d+ bytes");
    assertThat(lines.get(3))
        .isEqualTo(
            "correctness  decoded and encoded again to the same bytes, selective = full: yes");
    assertThat(lines.subList(4, lines.size() - 1))
        .containsExactly(
            "selective cam  messages/s 100000 100000 100000 (min, median, max)",
            "selective bsm  messages/s 100000 100000 100000 (min, median, max)",
            "full cam       messages/s 100000 100000 100000 (min, median, max)",
            "full bsm       messages/s 100000 100000 100000 (min, median, max)",
            "full denm      messages/s 100000 100000 100000 (min, median, max)",
            "full mapem     messages/s 100000 100000 100000 (min, median, max)");
    assertThat(lines.getLast()).startsWith("peer         ").contains("official schemas");
  }

  @Test
  void thereIsNoRateWithoutCorrectness() {
    Map<DecodeSample, byte[]> samples = new EnumMap<>(DecodeSample.class);
    samples.put(DecodeSample.CAM, new byte[] {2, 2, 0});
    samples.put(DecodeSample.BSM, DecodeSample.BSM.bytes());

    boolean correct = new DecodeBench(1, Duration.ofMillis(1)).run(samples, this::look, lines::add);

    assertThat(correct).isFalse();
    assertThat(lines.getLast())
        .startsWith("correctness  ")
        .endsWith("selective = full: NO; cam is not decoded");
  }

  @Test
  void bytesThatAreEncodedOtherwiseAreAFault() {
    // A frame may be followed by something, which is not encoded again.
    byte[] bytes = DecodeSample.BSM.bytes();
    assertThat(DecodeCheck.fault(DecodeSample.BSM, Arrays.copyOf(bytes, bytes.length + 1)))
        .contains("bsm is encoded to other bytes");
  }

  @ParameterizedTest
  @EnumSource
  void samplesAreOfTheSizesOfTheField(DecodeSample sample) {
    byte[] bytes = sample.bytes();

    assertThat(new Unpacker().unpack(bytes)).isInstanceOf(Unpacked.Message.class);
    switch (sample) {
      case CAM, BSM -> assertThat(bytes).hasSizeBetween(38, 50);
      case DENM -> assertThat(bytes).hasSizeBetween(120, 250);
      case MAPEM -> assertThat(bytes).hasSizeBetween(350, 650);
    }
  }
}
