package city.wayside.road.network;

import java.util.ArrayList;
import java.util.List;

/// Counts oddities while a network is read, and keeps the first of each as examples.
final class OddityCount {

  private static final int KINDS = Oddity.values().length;

  private final int[] counts = new int[KINDS];
  private final List<List<String>> examples = new ArrayList<>(KINDS);

  OddityCount() {
    for (int i = 0; i < KINDS; i++) {
      examples.add(new ArrayList<>());
    }
  }

  /// Counts one.
  ///
  /// @param id the id of the segment, node, way or relation
  void note(Oddity oddity, String id) {
    counts[oddity.ordinal()]++;
    List<String> known = examples.get(oddity.ordinal());
    if (known.size() < Oddities.EXAMPLES_MAX) {
      known.add(id);
    }
  }

  /// Counts a segment; its id is only made where it becomes an example.
  void note(Oddity oddity, int segment, TextTable ids) {
    if (count(oddity) < Oddities.EXAMPLES_MAX) {
      note(oddity, ids.get(segment));
    } else {
      counts[oddity.ordinal()]++;
    }
  }

  /// Counts all that another one counted.
  void addAll(OddityCount other) {
    for (int kind = 0; kind < KINDS; kind++) {
      List<String> known = examples.get(kind);
      for (String id : other.examples.get(kind)) {
        if (known.size() < Oddities.EXAMPLES_MAX) {
          known.add(id);
        }
      }
      counts[kind] += other.counts[kind];
    }
  }

  int count(Oddity oddity) {
    return counts[oddity.ordinal()];
  }

  Oddities build() {
    List<Oddities.Found> found = new ArrayList<>();
    for (Oddity oddity : Oddity.values()) {
      if (count(oddity) > 0) {
        List<String> known = List.copyOf(examples.get(oddity.ordinal()));
        found.add(new Oddities.Found(oddity, count(oddity), known));
      }
    }
    return new Oddities(List.copyOf(found));
  }
}
