package city.wayside.road.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names and classes, each kept once; filled by the builder, then only read.
final class Words {

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  int add(String word) {
    Integer known = indexes.get(word);
    if (known != null) {
      return known;
    }
    words.add(word);
    indexes.put(word, words.size() - 1);
    return words.size() - 1;
  }

  String[] toArray() {
    return words.toArray(String[]::new);
  }
}
