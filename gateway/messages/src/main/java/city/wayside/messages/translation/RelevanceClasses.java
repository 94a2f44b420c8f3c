package city.wayside.messages.translation;

import city.wayside.messages.uper.Tape;
import city.wayside.model.event.Relevance;
import java.util.List;

/// Whom an event concerns, by the classes of ETSI messages: StandardLength3b (RelevanceDistance)
/// and TrafficDirection (RelevanceTrafficDirection) of TS 102 894-2. Any thread; stateless.
public final class RelevanceClasses {

  /// Upper ends of the classes of distance, by code.
  private static final double[] DISTANCES_M = {
    50, 100, 200, 500, 1000, 5000, 10_000, Double.POSITIVE_INFINITY
  };

  /// One more than its code is each one's place.
  private static final List<Relevance.Direction> DIRECTIONS =
      List.of(
          Relevance.Direction.UNKNOWN,
          Relevance.Direction.ALL,
          Relevance.Direction.UPSTREAM,
          Relevance.Direction.DOWNSTREAM,
          Relevance.Direction.OPPOSITE);

  /// The code of the last class of distance, which has no upper end.
  public static final int DISTANCE_MAX = DISTANCES_M.length - 1;

  /// The code of the last direction.
  public static final int DIRECTION_MAX = DIRECTIONS.size() - 2;

  /// All there are: the first row and the first column are for what is not given.
  private static final Relevance[][] ALL = all();

  private RelevanceClasses() {}

  private static Relevance[][] all() {
    Relevance[][] all = new Relevance[1 + DISTANCES_M.length][DIRECTIONS.size()];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < DIRECTIONS.size(); j++) {
        all[i][j] = new Relevance(i == 0 ? Double.NaN : DISTANCES_M[i - 1], DIRECTIONS.get(j));
      }
    }
    return all;
  }

  /// The relevance of two codes; nothing is made.
  ///
  /// @param distance 0 to [#DISTANCE_MAX], or [Tape#ABSENT]
  /// @param direction 0 to [#DIRECTION_MAX], or [Tape#ABSENT]
  public static Relevance of(long distance, long direction) {
    return ALL[distance == Tape.ABSENT ? 0 : 1 + (int) distance][
        direction == Tape.ABSENT ? 0 : 1 + (int) direction];
  }

  /// The code of the first class whose upper end a distance does not exceed; [Tape#ABSENT] when no
  /// distance was given.
  public static long distanceOf(Relevance relevance) {
    if (Double.isNaN(relevance.distanceM())) {
      return Tape.ABSENT;
    }
    int code = 0;
    while (relevance.distanceM() > DISTANCES_M[code]) {
      code++;
    }
    return code;
  }

  /// The code of a direction; [Tape#ABSENT] when none was given.
  public static long directionOf(Relevance relevance) {
    int position = DIRECTIONS.indexOf(relevance.direction());
    return position == 0 ? Tape.ABSENT : position - 1;
  }
}
