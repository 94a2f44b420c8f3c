package city.wayside.edge.endpoint.mqtt.topic;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// The rules of MQTT 5 §4.7 as they are written, level by level, for one filter and one topic; and
/// random topics and filters that meet often.
final class NaiveMatching {

  private NaiveMatching() {}

  static boolean matches(String filter, String topic) {
    String[] wanted = filter.split("/", -1);
    String[] levels = topic.split("/", -1);
    // §4.7.2: wildcards at the beginning do not match topics that begin with $.
    if (topic.startsWith("$") && (wanted[0].equals("+") || wanted[0].equals("#"))) {
      return false;
    }
    for (int place = 0; place < wanted.length; place++) {
      if (wanted[place].equals("#")) {
        // §4.7.1.2: it includes the parent level, which is why places may be as many as levels.
        return place <= levels.length;
      }
      if (place == levels.length) {
        return false;
      }
      if (!wanted[place].equals("+") && !wanted[place].equals(levels[place])) {
        return false;
      }
    }
    return wanted.length == levels.length;
  }

  static Arbitrary<String> topics() {
    return Arbitraries.of("", "0", "1", "2", "3", "4", "a", "b", "01", "$x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(levels -> String.join("/", levels));
  }

  static Arbitrary<String> filters() {
    return Arbitraries.of("", "0", "1", "2", "3", "4", "a", "b", "01", "$x", "+", "+")
        .list()
        .ofMinSize(0)
        .ofMaxSize(5)
        .flatMap(levels -> Arbitraries.of(true, false).map(isBelow -> filter(levels, isBelow)));
  }

  private static String filter(List<String> levels, boolean isBelow) {
    List<String> all = new ArrayList<>(levels);
    if (isBelow || all.isEmpty()) {
      all.add("#");
    }
    return String.join("/", all);
  }
}
