package city.wayside.town.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant: the nearest word by edits.
final class Suggestion {

  /// No suggestion for words longer than this; it bounds the work.
  private static final int LENGTH_MAX = 100;

  private Suggestion() {}

  /// The candidate with the fewest edits, if there is one that is near: at most one edit for every
  /// three letters, and always up to two.
  static Optional<String> nearest(String word, Collection<String> candidates) {
    int editsMax = Math.max(2, word.length() / 3);
    if (word.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String best = null;
    int bestEdits = editsMax + 1;
    for (String candidate : candidates) {
      int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < bestEdits && edits < candidate.length()) {
        best = candidate;
        bestEdits = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /// How many letters to insert, delete, replace or swap with the next one (optimal string
  /// alignment distance).
  static int edits(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[to.length()];
  }
}
