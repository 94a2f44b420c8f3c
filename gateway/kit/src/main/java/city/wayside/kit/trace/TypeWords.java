package city.wayside.kit.trace;

import city.wayside.model.message.StationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the `type` column of a trace means: a word of [StationType], or a simulator's own name,
/// where `bus` in it means a bus, `lkw` or `truck` a heavy truck and all else a passenger car. An
/// empty type is unknown.
final class TypeWords {

  private final NameTable names = new NameTable();
  private final List<StationType> types = new ArrayList<>();

  /// The type that a range of bytes names.
  StationType of(byte[] bytes, int from, int to) {
    int index = names.indexOf(bytes, from, to);
    if (index == types.size()) {
      types.add(of(names.name(index).strip()));
    }
    return types.get(index);
  }

  private static StationType of(String word) {
    if (word.isEmpty()) {
      return StationType.UNKNOWN;
    }
    return StationType.ofWord(word).orElseGet(() -> ofSimulator(word.toLowerCase(Locale.ROOT)));
  }

  private static StationType ofSimulator(String word) {
    if (word.contains("bus")) {
      return StationType.BUS;
    }
    return word.contains("lkw") || word.contains("truck")
        ? StationType.HEAVY_TRUCK
        : StationType.PASSENGER_CAR;
  }
}
