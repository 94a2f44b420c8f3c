package city.wayside.messages.json.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.SharedFolder;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ODE's own records. Each carries the packed message it was made from, and the core of a BSM
/// has fixed places in it (SAE J2735): so each report is held against the bytes.
class OdeExamplesTest {

  private static final JsonMapper JSON = new JsonMapper();

  /// Bits before the core: message frame id, length of one or two bytes, three flags of the BSM.
  private static final int FRAME_BITS = 24;

  private static final int FLAG_BITS = 3;

  private final OdeBsmDecoder decoder = new OdeBsmDecoder();

  @Test
  void everyPairHasTheValuesOfItsBytes() throws IOException {
    int decoded = 0;
    int refused = 0;
    for (String line : Files.readAllLines(SharedFolder.of("vectors/ode_json_pairs.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      Decoded message = decode(row.get("ode").toString());
      if (!row.get("messageId").isNull() && row.get("messageId").asInt() == 20) {
        assertMatches(core(row.get("hex").asString()), (Report) message);
        assertNear((Report) message, row.get("ode").get("metadata"));
        decoded++;
      } else {
        assertThat(((Decoded.Undecodable) message).refused().code())
            .isIn(Refusal.UNSUPPORTED_TYPE, Refusal.MALFORMED);
        refused++;
      }
    }
    System.out.println("ODE pairs: " + decoded + " BSM decoded, " + refused + " others refused");
    assertThat(decoded).isEqualTo(169);
    assertThat(refused).isEqualTo(12);
  }

  @Test
  void theExampleOfTheNewestVersionHasTheValuesOfItsBytes() throws IOException {
    String text = Files.readString(SharedFolder.of("schemas/ode/examples/expected-bsm.json"));
    JsonNode record = JSON.readTree(text);

    Report report = (Report) decode(text);

    assertMatches(core(record.get("metadata").get("asn1").asString()), report);
    assertThat(report.stationId()).isEqualTo(0x3132_5433L);
    assertThat(Instant.ofEpochMilli(report.timeMs())).isEqualTo("2024-12-10T17:30:25.399Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log_bsmLogDuringEvent", "log_bsmTx"})
  void everyRecordOfALogWasMadeWhenItSays(String log) throws IOException {
    int records = 0;
    for (String line :
        Files.readAllLines(SharedFolder.of("schemas/ode/examples/" + log + ".first3.jsonl"))) {
      assertNear((Report) decode(line), JSON.readTree(line).get("metadata"));
      records++;
    }
    assertThat(records).isEqualTo(3);
  }

  @Test
  void recordsOfOtherMessagesAreRefusedAsSuch() throws IOException {
    Path folder = SharedFolder.of("schemas/ode/examples");
    int refused = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> !file.toString().contains("bsm")).toList()) {
        String text = Files.readString(file);
        String first = file.toString().endsWith(".jsonl") ? text.lines().toList().getFirst() : text;
        assertThat(decode(first)).as(file.toString()).isInstanceOf(Decoded.Undecodable.class);
        refused++;
      }
    }
    System.out.println("ODE examples of other messages refused: " + refused);
    assertThat(refused).isGreaterThan(15);
  }

  /// The core of a BSM, read by its fixed widths.
  private record Core(
      long id, int secMark, double latDeg, double lonDeg, double speedMps, double headingDeg) {}

  private static Core core(String hex) {
    byte[] frame = HexFormat.of().parseHex(hex);
    // A length of more than 127 takes two bytes, of which the first begins with a one.
    int start = FRAME_BITS + (frame[2] < 0 ? 8 : 0) + FLAG_BITS;
    BigInteger bits = new BigInteger(1, frame);
    int total = frame.length * 8;
    int at = start + 7;
    long id = take(bits, total, at, 32);
    long secMark = take(bits, total, at + 32, 16);
    long lat = take(bits, total, at + 48, 31) - 900_000_000;
    long lon = take(bits, total, at + 79, 32) - 1_799_999_999;
    // After elevation (16), two axes (8 each), orientation (16) and transmission (3).
    long speed = take(bits, total, at + 162, 13);
    long heading = take(bits, total, at + 175, 15);
    return new Core(
        id,
        (int) secMark,
        lat / 1e7,
        lon / 1e7,
        speed == 8191 ? Double.NaN : speed * 0.02,
        heading == 28_800 ? Double.NaN : heading * 0.0125);
  }

  private static long take(BigInteger bits, int total, int from, int width) {
    return bits.shiftRight(total - from - width)
        .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE))
        .longValueExact();
  }

  private static void assertMatches(Core core, Report report) {
    assertThat(report.stationId()).isEqualTo(core.id);
    assertThat(ItsTime.secondOfUnixMs(report.timeMs())).isEqualTo(core.secMark);
    assertThat(report.latDeg()).isEqualTo(core.latDeg);
    assertThat(report.lonDeg()).isEqualTo(core.lonDeg);
    assertSame(report.speedMps(), core.speedMps);
    assertSame(report.headingDeg(), core.headingDeg);
  }

  private static void assertSame(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9));
    }
  }

  /// A record's message was made within the half minute around the time the record gives.
  private static void assertNear(Report report, JsonNode metadata) {
    String recorded = metadata.get("recordGeneratedAt").asString();
    String time = recorded.isEmpty() ? metadata.get("odeReceivedAt").asString() : recorded;
    assertThat(Math.abs(report.timeMs() - Instant.parse(time).toEpochMilli()))
        .isLessThanOrEqualTo(30_000);
  }

  private Decoded decode(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return decoder.decode(bytes, 0, bytes.length, 0);
  }
}
