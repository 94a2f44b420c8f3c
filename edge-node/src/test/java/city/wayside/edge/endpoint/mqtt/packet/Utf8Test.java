package city.wayside.edge.endpoint.mqtt.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private final CharBuffer characters = CharBuffer.allocate(8);

  private boolean isDecoded(byte[] bytes) {
    decoder.reset();
    characters.clear();
    return decoder.decode(ByteBuffer.wrap(bytes), characters, true).isUnderflow();
  }

  private void assertAgreed(byte[] bytes) {
    boolean isWellFormed = Utf8.isWellFormed(bytes, 0, bytes.length);
    if (isWellFormed != isDecoded(bytes)) {
      assertThat(isWellFormed).as(Arrays.toString(bytes)).isEqualTo(!isWellFormed);
    }
  }

  /// MQTT-1.5.4-1: all sequences of up to two bytes and all of three that begin beyond ASCII,
  /// judged as the JDK's decoder judges them.
  @Test
  void allShortSequencesAreJudgedRight() {
    for (int first = 0; first < 256; first++) {
      assertAgreed(new byte[] {(byte) first});
      for (int second = 0; second < 256; second++) {
        assertAgreed(new byte[] {(byte) first, (byte) second});
        for (int third = 0; first >= 0x80 && third < 256; third++) {
          assertAgreed(new byte[] {(byte) first, (byte) second, (byte) third});
        }
      }
    }
  }

  /// Of four bytes only those at the borders of what is allowed.
  @Test
  void longSequencesAreJudgedRight() {
    int[] edges = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xF4, 0xFF};
    for (int first = 0xE0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        for (int third : edges) {
          for (int fourth : edges) {
            assertAgreed(new byte[] {(byte) first, (byte) second, (byte) third, (byte) fourth});
          }
        }
      }
    }
  }

  @Test
  void everyCharacterIsWellFormed() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
        if (!Utf8.isWellFormed(bytes, 0, bytes.length)) {
          assertThat(character).as("is well-formed").isNull();
        }
      }
    }
  }

  @Test
  void onlyTheGivenRangeIsJudged() {
    byte[] bytes = {(byte) 0xFF, 'a', (byte) 0xC3, (byte) 0xA4, (byte) 0xA4};
    assertThat(Utf8.isWellFormed(bytes, 1, 4)).isTrue();
    assertThat(Utf8.isWellFormed(bytes, 1, 3)).isFalse();
    assertThat(Utf8.isWellFormed(bytes, 0, 2)).isFalse();
    assertThat(Utf8.isWellFormed(bytes, 3, 3)).isTrue();
  }

  /// Every byte at every place of texts of every length up to three words.
  @Test
  void plainTextAndNamesAreTold() {
    for (int length = 0; length <= 24; length++) {
      byte[] bytes = new byte[length + 2];
      Arrays.fill(bytes, (byte) 'x');
      // What lies outside is not looked at.
      bytes[0] = '#';
      bytes[length + 1] = 0;
      assertThat(Utf8.isPlainText(bytes, 1, length + 1)).isTrue();
      assertThat(Utf8.isPlainName(bytes, 1, length + 1)).isTrue();
      for (int at = 1; at <= length; at++) {
        assertEveryByteIsTold(bytes, length, at);
      }
    }
  }

  private static void assertEveryByteIsTold(byte[] bytes, int length, int at) {
    for (int value = 0; value < 256; value++) {
      bytes[at] = (byte) value;
      boolean isText = value > 0 && value < 0x80;
      boolean isName = isText && value != '+' && value != '#';
      if (Utf8.isPlainText(bytes, 1, length + 1) != isText
          || Utf8.isPlainName(bytes, 1, length + 1) != isName) {
        assertThat(value).as(length + " bytes, at " + at).isNull();
      }
    }
    bytes[at] = 'x';
  }

  /// Bytes side by side do not hide each other, whatever the borrow between them does.
  @Test
  void neighboursDoNotHideEachOther() {
    int[] edges = {0x00, 0x01, '"', '#', '$', '*', '+', ',', 0x7F, 0x80, 0x81, 0xFF};
    byte[] bytes = new byte[8];
    Arrays.fill(bytes, (byte) 'x');
    for (int first : edges) {
      for (int second : edges) {
        for (int third : edges) {
          bytes[3] = (byte) first;
          bytes[4] = (byte) second;
          bytes[5] = (byte) third;
          assertThat(Utf8.isPlainText(bytes, 0, 8))
              .isEqualTo(isText(first) && isText(second) && isText(third));
          assertThat(Utf8.isPlainName(bytes, 0, 8))
              .isEqualTo(isName(first) && isName(second) && isName(third));
        }
      }
    }
  }

  private static boolean isText(int value) {
    return value > 0 && value < 0x80;
  }

  private static boolean isName(int value) {
    return isText(value) && value != '+' && value != '#';
  }
}
