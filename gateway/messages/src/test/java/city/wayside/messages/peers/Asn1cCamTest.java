package city.wayside.messages.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The peer decodes what it is timed with, all of it and rightly.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Asn1cCamTest {

  private static final Duration SHORT = Duration.ofMillis(50);

  private Optional<Asn1cCam> peer = Optional.empty();

  @BeforeAll
  void build() {
    peer = Asn1cCam.build();
    assumeTrue(peer.isPresent(), () -> Asn1cCam.missing().orElse(""));
  }

  @ParameterizedTest
  @EnumSource
  void sumsTheFieldsThatTheOracleFound(Asn1cCam.Memory memory) {
    List<JsonNode> cams = cams();

    Asn1cCam.Measurement measurement =
        peer.orElseThrow()
            .measure(memory, cams.stream().map(Vectors::bytes).toList(), SHORT, SHORT);

    System.out.println(measurement.line());
    assertThat(measurement.messages()).isEqualTo(cams.size()).isPositive();
    assertThat(measurement.checksum())
        .isEqualTo(cams.stream().mapToLong(cam -> sum(cam.get("oracle").get("value"))).sum());
    assertThat(measurement.decoded()).isGreaterThanOrEqualTo(cams.size());
    assertThat(measurement.messagesPerCpuSecond()).isPositive();
  }

  @Test
  void refusesWhatIsNoCam() {
    List<byte[]> broken = List.of(Arrays.copyOf(Vectors.bytes(cams().getFirst()), 20));

    assertThatThrownBy(() -> peer.orElseThrow().measure(Asn1cCam.Memory.FREE, broken, SHORT, SHORT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("message 0: refused");
  }

  private static List<JsonNode> cams() {
    return Vectors.of("etsi.jsonl").stream()
        .filter(vector -> vector.get("message").asText().equals("CAM"))
        .filter(vector -> vector.get("protocolVersion").asInt() == 2)
        .toList();
  }

  private static long sum(JsonNode value) {
    JsonNode parameters = value.at("/cam/camParameters");
    return parameters.at("/basicContainer/referencePosition/latitude").asLong()
        + parameters
            .at("/highFrequencyContainer/basicVehicleContainerHighFrequency/speed/speedValue")
            .asLong();
  }
}
