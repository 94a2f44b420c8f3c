package city.wayside.road.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects what may not be driven, and the only way that may be driven from a segment, by ids;
/// once all segments are known they become [TurnBans].
final class TurnRules {

  private record Rule(boolean isOnly, List<String> ids) {}

  private final List<Rule> rules = new ArrayList<>();

  /// The way along these segments may not be driven.
  void ban(List<String> ids) {
    add(new Rule(false, ids));
  }

  /// Whoever is on the first of these segments must drive along all of them.
  void only(List<String> ids) {
    add(new Rule(true, ids));
  }

  private void add(Rule rule) {
    if (rules.size() == TurnBans.COUNT_MAX) {
      throw new IllegalArgumentException(
          "more turn restrictions than allowed: at most " + TurnBans.COUNT_MAX);
    }
    int length = rule.ids().size();
    if (length < 2 || length > TurnBans.LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a turn restriction of " + length + " segments: allowed is 2 to " + TurnBans.LENGTH_MAX);
    }
    rules.add(rule);
  }

  /// The bans that follow from all rules.
  ///
  /// @param oddities told which rules name unknown segments, or such that do not join
  TurnBans resolve(
      TextTable ids, int[] fromNode, int[] toNode, int nodeCount, OddityCount oddities) {
    if (rules.isEmpty()) {
      return TurnBans.NONE;
    }
    Set<List<Integer>> bans = new HashSet<>();
    // Several ways may be the only ones from one segment: each of them is allowed then.
    Map<List<Integer>, Set<Integer>> allowed = new LinkedHashMap<>();
    for (Rule rule : rules) {
      List<Integer> segments = rule.ids().stream().map(ids::indexOf).toList();
      if (!join(segments, fromNode, toNode)) {
        oddities.note(Oddity.RESTRICTION_UNUSABLE, rule.ids().getFirst());
      } else if (rule.isOnly()) {
        for (int end = 1; end < segments.size(); end++) {
          List<Integer> driven = List.copyOf(segments.subList(0, end));
          allowed.computeIfAbsent(driven, _ -> new HashSet<>()).add(segments.get(end));
        }
      } else {
        bans.add(segments);
      }
    }
    banOthers(allowed, fromNode, toNode, nodeCount, bans);
    return new TurnBans(
        bans.stream().map(ban -> ban.stream().mapToInt(Integer::intValue).toArray()).toList());
  }

  private static boolean join(List<Integer> segments, int[] fromNode, int[] toNode) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i) < 0
          || (i > 0 && toNode[segments.get(i - 1)] != fromNode[segments.get(i)])) {
        return false;
      }
    }
    return true;
  }

  /// All that can follow a way and is not allowed is banned.
  private static void banOthers(
      Map<List<Integer>, Set<Integer>> allowed,
      int[] fromNode,
      int[] toNode,
      int nodeCount,
      Set<List<Integer>> bans) {
    Map<Integer, List<Integer>> starts = new LinkedHashMap<>();
    boolean[] isWanted = new boolean[nodeCount];
    allowed.keySet().forEach(driven -> isWanted[toNode[driven.getLast()]] = true);
    for (int segment = 0; segment < fromNode.length; segment++) {
      if (isWanted[fromNode[segment]]) {
        starts.computeIfAbsent(fromNode[segment], _ -> new ArrayList<>()).add(segment);
      }
    }
    allowed.forEach((driven, next) -> {
      for (int other : starts.getOrDefault(toNode[driven.getLast()], List.of())) {
        if (!next.contains(other)) {
          Integer[] ban = driven.toArray(new Integer[driven.size() + 1]);
          ban[driven.size()] = other;
          bans.add(Arrays.asList(ban));
        }
      }
    });
  }
}
