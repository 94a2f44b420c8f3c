package city.wayside.town.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `decode` and `encode`.
class MessageCommandsTest {

  /// A DENM that ends an event: header, action, two times, termination, position, station type.
  private static final String DENM =
      "{\"header\":{\"protocolVersion\":2,\"messageID\":1,\"stationID\":1001},\"denm\":{"
          + "\"management\":{\"actionID\":{\"originatingStationID\":1001,\"sequenceNumber\":7},"
          + "\"detectionTime\":720000000000,\"referenceTime\":720000000100,"
          + "\"termination\":\"isCancellation\",\"eventPosition\":{\"latitude\":535503000,"
          + "\"longitude\":99921000,\"positionConfidenceEllipse\":{\"semiMajorConfidence\":4095,"
          + "\"semiMinorConfidence\":4095,\"semiMajorOrientation\":3601},\"altitude\":{"
          + "\"altitudeValue\":800001,\"altitudeConfidence\":\"unavailable\"}},"
          + "\"stationType\":5}}}";

  @TempDir Path folder = Path.of("");

  @Test
  void whatWasEncodedIsDecodedToTheSameObject() {
    String object =
        "{\"standard\":\"etsi\",\"type\":\"denm\",\"version\":2,\"value\":" + DENM + "}";
    Spoken encoded = Spoken.by("encode", object);

    assertThat(encoded.exitCode()).isZero();
    Spoken decoded = Spoken.by("decode", encoded.out().strip());
    assertThat(decoded.exitCode()).isZero();
    assertThat(decoded.out()).isEqualTo(object + "\n");
    assertThat(Spoken.piped(decoded.out(), "encode").out()).isEqualTo(encoded.out());
  }

  @Test
  void withItsTypeGivenAValueMayStandAlone() {
    assertThat(Spoken.by("encode", "--standard", "etsi", "--type", "denm", DENM).out())
        .isEqualTo(
            Spoken.by("encode", "{\"standard\":\"etsi\",\"type\":\"denm\",\"value\":" + DENM + "}")
                .out())
        .startsWith("0201000003e9");
  }

  @Test
  void messagesComeFromFilesAndStandardInputToo() throws IOException {
    String hex = Spoken.by("encode", "--type", "denm", DENM).out();
    Path file = Files.writeString(folder.resolve("messages.hex"), hex + "\n" + hex);

    assertThat(Spoken.by("decode", file.toString()).out().lines()).hasSize(2);
    assertThat(Spoken.piped(hex, "decode").out().lines()).hasSize(1);
    assertThat(Spoken.piped(hex, "decode", file.toString(), "-").out().lines()).hasSize(3);
  }

  @Test
  void aMessageThatIsNoneIsToldWithItsPlaceAndTheOthersGoOn() {
    String hex = Spoken.by("encode", "--type", "denm", DENM).out();
    Spoken decoded = Spoken.piped("0201000003e9\nzz\n" + hex, "decode");

    assertThat(decoded.exitCode()).isEqualTo(1);
    assertThat(decoded.out().lines().limit(2))
        .containsExactly(
            "{\"error\":{\"code\":\"malformed\",\"message\":\"denm needs 3 bits where 0 are left\","
                + "\"bitOffset\":48}}",
            "{\"error\":{\"code\":\"malformed\",\"message\":\"the line is not pairs of hexadecimal"
                + " digits\",\"bitOffset\":0}}");
    assertThat(decoded.out()).contains("\"isCancellation\"");
  }

  @Test
  void aMessageOfAnotherKindThanAskedForIsRefused() {
    String hex = Spoken.by("encode", "--type", "denm", DENM).out().strip();

    assertThat(Spoken.by("decode", "--type", "cam", hex).out())
        .isEqualTo(
            "{\"error\":{\"code\":\"unsupported_type\",\"message\":\"the type is denm, must be"
                + " cam\",\"bitOffset\":0}}\n");
    assertThat(Spoken.by("decode", "--standard", "sae", hex).out())
        .contains("the standard is etsi, must be sae");
  }

  @Test
  void whatCannotBeEncodedIsToldWithFieldAndValue() {
    Spoken outOfRange =
        Spoken.by("encode", "--type", "denm", DENM.replace("535503000", "1535503000"));
    Spoken unknown = Spoken.piped("\n{\"standard\":\"etsi\",\"type\":\"dnem\"}", "encode");

    assertThat(outOfRange.exitCode()).isEqualTo(1);
    assertThat(outOfRange.err())
        .isEqualTo(
            "argument: out_of_range: denm.management.eventPosition.latitude is 1535503000, must be"
                + " -900000000 to 900000001\n");
    assertThat(unknown.err()).startsWith("standard input:2: unsupported_type: has type dnem");
    assertThat(Spoken.by("encode", DENM).err())
        .isEqualTo("argument: malformed: does not say its type, and none was given\n");
  }

  @Test
  void whatIsNeitherAMessageNorAFileIsBadUsage() {
    Spoken decoded = Spoken.by("decode", "nothing-there.hex");

    assertThat(decoded.exitCode()).isEqualTo(2);
    assertThat(decoded.err())
        .startsWith("wayside: \"nothing-there.hex\" is neither a message nor a file\n");
    assertThat(Spoken.by("encode", "nothing-there.json").exitCode()).isEqualTo(2);
  }
}
