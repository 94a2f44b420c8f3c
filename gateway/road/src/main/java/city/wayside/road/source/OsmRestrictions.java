package city.wayside.road.source;

import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.TurnBans;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the turn restrictions of OpenStreetMap, which are told by ways and nodes, into such of
/// segments. What does not fit the roads is counted and has no effect.
final class OsmRestrictions {

  /// A segment with the nodes where it begins and ends.
  private record Piece(String id, long way, long from, long to) {}

  /// How far a way is looked for between first and last segment, in segments tried; what is not
  /// found then is not applied.
  private static final int STEPS_MAX = 10_000;

  private final RoadNetworkBuilder network;
  private final List<OsmRestriction> restrictions = new ArrayList<>();
  private final Map<Long, List<Piece>> pieces = new HashMap<>();
  private int steps;

  OsmRestrictions(RoadNetworkBuilder network) {
    this.network = network;
  }

  /// Keeps a relation if it is a turn restriction for motor vehicles.
  void add(OsmRelation relation) {
    switch (OsmRestriction.meaning(relation)) {
      case NONE -> {}
      case AT_TIMES -> network.note(Oddity.RESTRICTION_CONDITIONAL, Long.toString(relation.id()));
      case ALWAYS -> {
        OsmRestriction restriction = OsmRestriction.of(relation);
        if (restriction == null) {
          network.note(Oddity.RESTRICTION_UNUSABLE, Long.toString(relation.id()));
        } else if (restrictions.size() == TurnBans.COUNT_MAX) {
          throw new IllegalArgumentException(
              "more turn restrictions than allowed: at most " + TurnBans.COUNT_MAX);
        } else {
          restrictions.add(restriction);
          restriction.from().forEach(this::expect);
          restriction.to().forEach(this::expect);
          restriction.viaWays().forEach(this::expect);
        }
      }
    }
  }

  private void expect(Long way) {
    pieces.putIfAbsent(way, new ArrayList<>());
  }

  /// A segment became known.
  void addPiece(long way, String id, long from, long to) {
    List<Piece> expected = pieces.get(way);
    if (expected != null) {
      expected.add(new Piece(id, way, from, to));
    }
  }

  /// Tells the network all restrictions, once all segments are known.
  void apply() {
    for (OsmRestriction restriction : restrictions) {
      List<List<String>> ways = ways(restriction);
      if (ways.isEmpty()) {
        network.note(Oddity.RESTRICTION_UNUSABLE, Long.toString(restriction.id()));
      }
      for (List<String> way : ways) {
        if (restriction.isOnly()) {
          network.only(way);
        } else {
          network.ban(way);
        }
      }
    }
  }

  /// The ways along segments that a restriction means; none when there is no such way, or when one
  /// of its ways leads through the place where it should end: which half is meant is not known
  /// then.
  private List<List<String>> ways(OsmRestriction restriction) {
    List<List<String>> ways = new ArrayList<>();
    steps = 0;
    for (Long from : restriction.from()) {
      for (Long to : restriction.to()) {
        List<List<String>> found =
            restriction.viaWays().isEmpty()
                ? atNode(restriction, from, to)
                : alongWays(restriction, from, to);
        if (found.size() > 1 || steps > STEPS_MAX) {
          return List.of();
        }
        ways.addAll(found);
      }
    }
    return ways;
  }

  private List<List<String>> atNode(OsmRestriction restriction, Long from, Long to) {
    List<List<String>> found = new ArrayList<>();
    for (Piece before : piecesOf(from)) {
      for (Piece after : piecesOf(to)) {
        boolean meetThere =
            Long.valueOf(before.to()).equals(restriction.viaNode()) && before.to() == after.from();
        if (meetThere) {
          found.add(List.of(before.id(), after.id()));
        }
      }
    }
    return found;
  }

  private List<List<String>> alongWays(OsmRestriction restriction, Long from, Long to) {
    Map<Long, List<Piece>> between = new HashMap<>();
    for (Long way : restriction.viaWays()) {
      for (Piece piece : piecesOf(way)) {
        between.computeIfAbsent(piece.from(), _ -> new ArrayList<>()).add(piece);
      }
    }
    List<List<String>> found = new ArrayList<>();
    for (Piece before : piecesOf(from)) {
      Deque<Piece> driven = new ArrayDeque<>();
      driven.add(before);
      Set<Long> visited = new HashSet<>();
      visited.add(before.to());
      goOn(restriction, driven, visited, between, piecesOf(to), found);
    }
    return found;
  }

  /// Follows the ways between, each node once, and notes where all of them were driven and one of
  /// the last segments follows.
  private void goOn(
      OsmRestriction restriction,
      Deque<Piece> driven,
      Set<Long> visited,
      Map<Long, List<Piece>> between,
      List<Piece> last,
      List<List<String>> found) {
    long node = driven.getLast().to();
    Set<Long> ways = new HashSet<>();
    driven.stream().skip(1).forEach(piece -> ways.add(piece.way()));
    if (ways.containsAll(restriction.viaWays())) {
      for (Piece after : last) {
        if (after.from() == node) {
          List<String> way = new ArrayList<>();
          driven.forEach(piece -> way.add(piece.id()));
          way.add(after.id());
          found.add(way);
        }
      }
    }
    if (driven.size() + 1 == TurnBans.LENGTH_MAX || ++steps > STEPS_MAX) {
      return;
    }
    for (Piece next : between.getOrDefault(node, List.of())) {
      if (visited.add(next.to())) {
        driven.addLast(next);
        goOn(restriction, driven, visited, between, last, found);
        driven.removeLast();
        visited.remove(next.to());
      }
    }
  }

  private List<Piece> piecesOf(Long way) {
    return pieces.getOrDefault(way, List.of());
  }
}
