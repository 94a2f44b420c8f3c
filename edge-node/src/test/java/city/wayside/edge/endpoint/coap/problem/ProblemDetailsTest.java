package city.wayside.edge.endpoint.coap.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProblemDetailsTest {

  private static String hex(String title, String detail) {
    return HexFormat.of().formatHex(new ProblemDetails(title, detail).cbor());
  }

  @Test
  void aTitleAloneIsAMapOfOne() {
    // Map of 1, key -1, text of 5.
    assertThat(hex("clock", "")).isEqualTo("a12065636c6f636b");
  }

  @Test
  void titleAndDetailAreTheKeysOfTheStandard() {
    // Map of 2, key -1, text of 1, key -2, text of 2.
    assertThat(hex("a", "bc")).isEqualTo("a2206161" + "21626263");
  }

  @Test
  void longerTextsHaveLongerLengths() {
    assertThat(hex("a", "x".repeat(23))).startsWith("a2206161" + "2177");
    assertThat(hex("a", "x".repeat(24))).startsWith("a2206161" + "217818");
    assertThat(hex("a", "x".repeat(255))).startsWith("a2206161" + "2178ff");
    assertThat(hex("a", "x".repeat(256))).startsWith("a2206161" + "21790100");
  }

  @Test
  void aTextIsCutOffBetweenCharacters() {
    byte[] cbor = new ProblemDetails("a", "x" + "ü".repeat(600)).cbor();

    int length = ((cbor[6] & 0xFF) << 8) | (cbor[7] & 0xFF);
    assertThat(length).isEqualTo(ProblemDetails.TEXT_BYTES_MAX - 1);
    assertThat(cbor).hasSize(8 + length);
    assertThat(new String(cbor, 8, length, StandardCharsets.UTF_8)).endsWith("ü");
  }
}
