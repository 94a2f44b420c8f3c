package city.wayside.town.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is allowed for a key, in words and as checks.
final class Allowed {

  private Allowed() {}

  /// What may stand there, as the end of "allowed is …".
  static String words(Item.Key key) {
    return switch (key.type()) {
      case TEXT -> "a text";
      case WHOLE, LONG_WHOLE -> "a whole number" + range(key);
      case NUMBER -> "a number" + range(key);
      case SWITCH -> "true or false";
      case CHOICE -> "one of: " + String.join(", ", choices(key));
      case FILE -> "the path of a file or folder";
      case SECRET -> "{ file: /path/of/the/secret } or the variable " + key.environmentName();
      case LIST -> "a list of texts";
    };
  }

  /// The range in words with a leading space; empty without bounds.
  static String range(Item.Key key) {
    boolean hasMin = key.min() != Double.NEGATIVE_INFINITY;
    boolean hasMax = key.max() != Double.POSITIVE_INFINITY;
    if (hasMin && hasMax) {
      return " from " + number(key.min()) + " to " + number(key.max());
    }
    return hasMin
        ? " of at least " + number(key.min())
        : hasMax ? " of at most " + number(key.max()) : "";
  }

  /// True when a number is within the key's bounds; never for `NaN`.
  static boolean inRange(Item.Key key, double number) {
    return number >= key.min() && number <= key.max();
  }

  /// The words of a key that holds one of an enum.
  static List<String> choices(Item.Key key) {
    return Arrays.stream(key.component().getType().getEnumConstants())
        .map(constant -> word((Enum<?>) constant))
        .toList();
  }

  /// The word of an enum constant: `QUOTA_EXCEEDED` is `quota-exceeded`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// True when a text means an enum constant; case does not matter, nor `_` for `-`.
  static boolean isWordOf(Enum<?> constant, String text) {
    return word(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// The elements of a list written on one line: `a, b` or `[a, b]`.
  static List<String> list(String text) {
    String inner =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    return Arrays.stream(inner.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }

  private static String number(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
