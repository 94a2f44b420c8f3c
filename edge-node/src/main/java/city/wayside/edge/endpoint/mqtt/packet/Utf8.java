package city.wayside.edge.endpoint.mqtt.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Judges text where it lies, without making a string of it (RFC 3629, MQTT 5 §1.5.4).
///
/// Nearly all text is ASCII. It is taken eight bytes at once: a byte of a word is at fault when
/// taking one from it leaves or brings about its top bit, which tells 0 and what is beyond ASCII
/// from all else.
final class Utf8 {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;
  private static final long PLUSES = ONES * '+';
  private static final long HASHES = ONES * '#';

  private Utf8() {}

  /// True for ASCII without U+0000, `+` and `#`: nothing a topic name may not have. False says
  /// nothing yet.
  static boolean isPlainName(byte[] bytes, int from, int to) {
    if (to - from < Long.BYTES) {
      return isPlainShortName(bytes, from, to);
    }
    int last = to - Long.BYTES;
    long faults = nameFaults((long) WORD.get(bytes, last));
    for (int at = from; at < last; at += Long.BYTES) {
      faults |= nameFaults((long) WORD.get(bytes, at));
    }
    return (faults & TOPS) == 0;
  }

  private static long nameFaults(long word) {
    return word | (word - ONES) | ((word ^ PLUSES) - ONES) | ((word ^ HASHES) - ONES);
  }

  private static boolean isPlainShortName(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte one = bytes[at];
      if (one <= 0 || one == '+' || one == '#') {
        return false;
      }
    }
    return true;
  }

  /// True for ASCII without U+0000. False says nothing yet.
  static boolean isPlainText(byte[] bytes, int from, int to) {
    if (to - from < Long.BYTES) {
      return isPlainShortText(bytes, from, to);
    }
    int last = to - Long.BYTES;
    long word = (long) WORD.get(bytes, last);
    long faults = word | (word - ONES);
    for (int at = from; at < last; at += Long.BYTES) {
      word = (long) WORD.get(bytes, at);
      faults |= word | (word - ONES);
    }
    return (faults & TOPS) == 0;
  }

  private static boolean isPlainShortText(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] <= 0) {
        return false;
      }
    }
    return true;
  }

  /// True when a byte occurs.
  static boolean has(byte[] bytes, int from, int to, int wanted) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == wanted) {
        return true;
      }
    }
    return false;
  }

  /// True for well-formed UTF-8: nothing cut off, no character in more bytes than it takes, no
  /// surrogates, nothing beyond U+10FFFF. U+0000 is well-formed.
  static boolean isWellFormed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int first = bytes[at] & 0xFF;
      int length = length(first);
      if (length == 0 || length > to - at) {
        return false;
      }
      if (length > 1 && !isFollowed(bytes, at, length, first)) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /// How many bytes a character takes that begins so; 0 when none does.
  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    if (first < 0xE0) {
      return 2;
    }
    return first < 0xF0 ? 3 : 4;
  }

  private static boolean isFollowed(byte[] bytes, int at, int length, int first) {
    int second = bytes[at + 1] & 0xFF;
    int min = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int max = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < min || second > max) {
      return false;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
