package city.wayside.town.bench;

import city.wayside.kit.coap.CoapCode;
import java.util.SortedMap;
import java.util.function.IntFunction;

/// Says how many times codes came.
public final class Codes {

  private Codes() {}

  /// MQTT's reason codes: ` (0x97: 12, 0x99: 1)`, or nothing when there were none.
  public static String words(SortedMap<Integer, Long> countByCode) {
    return words(countByCode, "0x%02x"::formatted);
  }

  /// CoAP's response codes: ` (4.29: 12, 5.03: 1)`, or nothing when there were none.
  public static String coapWords(SortedMap<Integer, Long> countByCode) {
    return words(countByCode, CoapCode::word);
  }

  private static String words(SortedMap<Integer, Long> countByCode, IntFunction<String> word) {
    if (countByCode.isEmpty()) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    countByCode.forEach((code, count) -> {
      words.append(words.isEmpty() ? " (" : ", ");
      words.append(word.apply(code)).append(": ").append(count);
    });
    return words.append(')').toString();
  }
}
