package city.wayside.town.config;

import java.util.ArrayList;
import java.util.List;

/// Collects problems, so that all of them are told and not only the first.
final class Problems {

  private static final int SHOWN_CHARACTERS_MAX = 80;

  private final List<Problem> all = new ArrayList<>();

  /// Adds one.
  void add(Place place, String key, String fault, String remedy) {
    all.add(new Problem(place.source(), place.line(), place.column(), key, fault, remedy));
  }

  /// How many so far.
  int count() {
    return all.size();
  }

  /// All so far, in the order in which they were found.
  List<Problem> all() {
    return List.copyOf(all);
  }

  /// A value as it is shown to a person: on one line and of bounded length.
  static String shown(String text) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    return line.length() <= SHOWN_CHARACTERS_MAX
        ? "\"" + line + "\""
        : "\"" + line.substring(0, SHOWN_CHARACTERS_MAX) + "…\"";
  }
}
