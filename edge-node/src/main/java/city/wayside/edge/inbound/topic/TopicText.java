package city.wayside.edge.inbound.topic;

/// How topics and filters are written (MQTT 5 §4.7), and what this tree allows of it.
public final class TopicText {

  /// Levels of the deepest topic there is, and a few: an its-client topic has a prefix, the queue,
  /// `v2x`, type, name and up to 26 levels of a tile.
  public static final int LEVELS_MAX = 40;

  /// UTF-16 units of the longest filter.
  public static final int FILTER_CHARS_MAX = 1024;

  private TopicText() {}

  /// True when a text may stand as one level of a topic: of a client's id, for one.
  public static boolean isLevel(String text) {
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '/' || !isAllowed(letter)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// True when the bytes are one level of a topic that may be published on. They are known to be
  /// UTF-8.
  public static boolean isLevel(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at++) {
      byte octet = bytes[at];
      // U+0080 to U+009F, control characters too, are written in two bytes.
      boolean isSecondControl = octet == (byte) 0xC2 && at + 1 < end && bytes[at + 1] < (byte) 0xA0;
      if (octet == '/' || isSecondControl || (octet >= 0 && !isAllowed((char) octet))) {
        return false;
      }
    }
    return end > start;
  }

  /// True when a filter keeps the rules for wildcards and the limits. Shared subscriptions are
  /// another matter.
  public static boolean isFilter(String filter) {
    if (filter.isEmpty() || filter.length() > FILTER_CHARS_MAX) {
      return false;
    }
    int levels = 1;
    for (int at = 0; at < filter.length(); at++) {
      char letter = filter.charAt(at);
      switch (letter) {
        case '/' -> levels++;
        case '+', '#' -> {
          if (!isWholeLevel(filter, at) || (letter == '#' && at + 1 < filter.length())) {
            return false;
          }
        }
        default -> {
          if (Character.isISOControl(letter)) {
            return false;
          }
        }
      }
    }
    return levels <= LEVELS_MAX;
  }

  private static boolean isWholeLevel(String filter, int at) {
    return (at == 0 || filter.charAt(at - 1) == '/')
        && (at + 1 == filter.length() || filter.charAt(at + 1) == '/');
  }

  private static boolean isAllowed(char letter) {
    return letter != '+' && letter != '#' && letter != '$' && !Character.isISOControl(letter);
  }
}
