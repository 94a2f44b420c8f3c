package city.wayside.messages.json.itsclient;

import city.wayside.model.signal.Lane.LaneType;
import java.util.Locale;

/// The words for who uses a lane (SAE J2735 LaneTypeAttributes): the model's in lower case.
final class LaneTypes {

  private LaneTypes() {}

  /// The type of a word; [LaneType#OTHER] for a word that is none.
  static LaneType ofWord(String word) {
    for (LaneType type : LaneType.values()) {
      if (word(type).equals(word)) {
        return type;
      }
    }
    return LaneType.OTHER;
  }

  /// The word of a type; [LaneType#OTHER] has none that a schema knows.
  static String word(LaneType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
