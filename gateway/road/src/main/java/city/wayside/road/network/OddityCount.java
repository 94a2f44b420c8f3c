package city.wayside.road.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts oddities while a network is read, and keeps the first of each as examples.
final class OddityCount {

  /// How many of one kind, and the first of them.
  private static final class Kind {
    int count;
    final List<String> examples = new ArrayList<>();

    boolean wantsExamples() {
      return examples.size() < Oddities.EXAMPLES_MAX;
    }
  }

  private final Map<Oddity, Kind> kinds = new EnumMap<>(Oddity.class);

  OddityCount() {}

  private Kind kind(Oddity oddity) {
    return kinds.computeIfAbsent(oddity, _ -> new Kind());
  }

  /// Counts one.
  ///
  /// @param id the id of the segment, node, way or relation
  void note(Oddity oddity, String id) {
    Kind kind = kind(oddity);
    kind.count++;
    if (kind.wantsExamples()) {
      kind.examples.add(id);
    }
  }

  /// Counts a segment; its id is only made where it becomes an example.
  void note(Oddity oddity, int segment, TextTable ids) {
    Kind kind = kind(oddity);
    kind.count++;
    if (kind.wantsExamples()) {
      kind.examples.add(ids.get(segment));
    }
  }

  /// Counts all that another one counted.
  void addAll(OddityCount other) {
    other.kinds.forEach((oddity, more) -> {
      Kind kind = kind(oddity);
      kind.count += more.count;
      for (String id : more.examples) {
        if (kind.wantsExamples()) {
          kind.examples.add(id);
        }
      }
    });
  }

  int count(Oddity oddity) {
    Kind kind = kinds.get(oddity);
    return kind == null ? 0 : kind.count;
  }

  Oddities build() {
    List<Oddities.Found> found = new ArrayList<>();
    kinds.forEach((oddity, kind) ->
        found.add(new Oddities.Found(oddity, kind.count, List.copyOf(kind.examples))));
    return new Oddities(List.copyOf(found));
  }
}
