package city.wayside.town.penetration;

import java.util.List;

/// What was read of a file: its good lines, and what is wrong with the others.
///
/// @param <T> what a line says
/// @param good what the good lines say, in their order
/// @param bad how many lines are no good
/// @param problems the first of them, as file, line, column, value and what is allowed
record Lines<T>(List<T> good, int bad, List<String> problems) {

  /// The problems for the log.
  String told() {
    String told = String.join("\n", problems);
    return bad > problems.size() ? told + "\nand " + (bad - problems.size()) + " more" : told;
  }
}
