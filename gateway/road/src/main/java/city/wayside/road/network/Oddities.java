package city.wayside.road.network;

import java.util.List;
import java.util.stream.Collectors;

/// What is odd about a network.
///
/// @param found each oddity that occurs, once
public record Oddities(List<Found> found) {

  /// How many examples of each are kept.
  public static final int EXAMPLES_MAX = 5;

  /// One kind of oddity.
  ///
  /// @param oddity what it is
  /// @param count how many have it
  /// @param examples the ids of the first ones: segments, or what of the source has no segment
  public record Found(Oddity oddity, int count, List<String> examples) {}

  /// How many have an oddity.
  public int count(Oddity oddity) {
    return found.stream().filter(one -> one.oddity() == oddity).mapToInt(Found::count).sum();
  }

  /// True when something was left out or is suspicious; the rest is only good to know.
  public boolean isSuspicious() {
    return found.stream().anyMatch(one -> one.oddity().effect() != Oddity.Effect.NOTE);
  }

  /// Each oddity for a person: code, count, what it is and the first that have it.
  public List<String> lines() {
    return found.stream()
        .map(one ->
            one.oddity().code()
                + ": "
                + one.count()
                + " "
                + one.oddity().text()
                + " ("
                + String.join(", ", one.examples())
                + (one.count() > one.examples().size() ? ", ..." : "")
                + ")")
        .toList();
  }

  /// All codes with their counts in one line.
  public String summary() {
    return found.isEmpty()
        ? "none"
        : found.stream()
            .map(one -> one.oddity().code() + " " + one.count())
            .collect(Collectors.joining(", "));
  }
}
