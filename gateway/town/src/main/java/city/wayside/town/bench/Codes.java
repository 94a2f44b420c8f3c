package city.wayside.town.bench;

import java.util.SortedMap;

/// Says how many times MQTT's reason codes came.
public final class Codes {

  private Codes() {}

  /// ` (0x97: 12, 0x99: 1)`, or nothing when there were none.
  public static String words(SortedMap<Integer, Long> countByCode) {
    if (countByCode.isEmpty()) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    countByCode.forEach((code, count) -> {
      words.append(words.isEmpty() ? " (" : ", ");
      words.append("0x%02x: %d".formatted(code, count));
    });
    return words.append(')').toString();
  }
}
