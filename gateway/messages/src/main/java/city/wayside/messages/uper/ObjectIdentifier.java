package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;
import java.util.Arrays;

/// Object identifiers between octets and dotted numbers: seven bits an octet, the highest bit set
/// in all but the last octet of a number (X.690 §8.19 and §8.20).
public final class ObjectIdentifier {

  private static final int OCTETS_MAX = 128;
  private static final int FIRST_ARC = 40;
  private static final long ARC_MAX = 1L << 48;

  private ObjectIdentifier() {}

  /// The dotted numbers of octets; what ends within a number is given as far as it goes.
  public static String text(StringType.Form form, byte[] octets) {
    StringBuilder text = new StringBuilder();
    boolean first = form == StringType.Form.OBJECT_IDENTIFIER;
    long number = 0;
    for (byte octet : octets) {
      number = number << 7 | (octet & 0x7F);
      if (octet < 0 && number <= ARC_MAX) {
        continue;
      }
      if (first) {
        long root = Math.min(2, number / FIRST_ARC);
        text.append(root).append('.').append(number - FIRST_ARC * root);
        first = false;
      } else {
        text.append(text.isEmpty() ? "" : ".").append(number);
      }
      number = 0;
    }
    return text.toString();
  }

  /// The octets of dotted numbers.
  static long[] octets(StringType.Form form, String text) throws Malformed {
    long[] numbers = numbers(text);
    int from = 0;
    if (form == StringType.Form.OBJECT_IDENTIFIER) {
      if (numbers.length < 2 || numbers[0] > 2) {
        throw wrong(text);
      }
      numbers[1] += FIRST_ARC * numbers[0];
      from = 1;
    }
    long[] octets = new long[OCTETS_MAX];
    int count = 0;
    for (int i = from; i < numbers.length; i++) {
      int groups = Math.max(1, (Lengths.width(numbers[i]) + 6) / 7);
      if (count + groups > OCTETS_MAX) {
        throw wrong(text);
      }
      for (int group = groups - 1; group >= 0; group--) {
        octets[count++] = (numbers[i] >>> (7 * group) & 0x7F) | (group > 0 ? 0x80 : 0);
      }
    }
    return Arrays.copyOf(octets, count);
  }

  private static long[] numbers(String text) throws Malformed {
    try {
      long[] numbers = Arrays.stream(text.split("\\.")).mapToLong(Long::parseLong).toArray();
      if (numbers.length > OCTETS_MAX
          || Arrays.stream(numbers).anyMatch(number -> number < 0 || number > ARC_MAX)) {
        throw wrong(text);
      }
      return numbers;
    } catch (NumberFormatException none) {
      throw wrong(text);
    }
  }

  private static Malformed wrong(String text) {
    return new Malformed(
        Refusal.MALFORMED,
        "is " + text + ", must be numbers separated by dots",
        Malformed.NO_OFFSET);
  }
}
