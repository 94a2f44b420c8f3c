package city.wayside.messages.json.itsclient;

import java.util.ArrayList;
import java.util.List;

/// The words of a controller's state, in the order of their bits (SAE J2735
/// IntersectionStatusObject).
final class StatusWords {

  private static final int FIRST_FLAG = 0x8000;

  private static final List<String> WORDS =
      List.of(
          "manualControlIsEnabled",
          "stopTimeIsActivated",
          "failureFlash",
          "preemptIsActive",
          "signalPriorityIsActive",
          "fixedTimeOperation",
          "trafficDependentOperation",
          "standbyOperation",
          "failureMode",
          "off",
          "recentMAPmessageUpdate",
          "recentChangeInMAPassignedLanesIDsUsed",
          "noValidMAPisAvailableAtThisTime",
          "noValidSPATisAvailableAtThisTime");

  private StatusWords() {}

  /// The flag of a word; none for a word that is none.
  static int flag(String word) {
    int bit = WORDS.indexOf(word);
    return bit < 0 ? 0 : FIRST_FLAG >> bit;
  }

  /// The words of all flags that are set; the last two bits have none.
  static List<String> words(int flags) {
    List<String> words = new ArrayList<>();
    for (String word : WORDS) {
      if ((flags & flag(word)) != 0) {
        words.add(word);
      }
    }
    return words;
  }
}
