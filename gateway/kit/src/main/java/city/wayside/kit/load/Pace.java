package city.wayside.kit.load;

/// How fast vehicles talk.
///
/// @param perS messages a second of all vehicles together; 0 for silence; infinite for as fast as
///   their connections take them
/// @param burst messages that one vehicle says at a time, in one write, up to 100: more cost the
///   generator less
/// @param underWayMax messages of all vehicles together that may wait for an answer while they talk
///   as fast as they can, 1 or more
public record Pace(double perS, int burst, int underWayMax) {

  /// Nobody says anything.
  public static final Pace SILENT = new Pace(0, 1);

  /// Everyone says as much as the connections take.
  public static final Pace BLAST = new Pace(Double.POSITIVE_INFINITY, 1);

  private static final int BURST_MAX = 100;

  /// Refuses what is no pace.
  public Pace {
    if (!(perS >= 0) || burst < 1 || burst > BURST_MAX || underWayMax < 1) {
      throw new IllegalArgumentException(
          "perS " + perS + ", burst " + burst + ", underWayMax " + underWayMax);
    }
  }

  /// A steady rate.
  public Pace(double perS, int burst) {
    this(perS, burst, Integer.MAX_VALUE);
  }

  /// As fast as answers come, with so many messages under way.
  public static Pace answered(int underWayMax) {
    return new Pace(Double.POSITIVE_INFINITY, 1, underWayMax);
  }

  /// A steady rate, one message a write.
  public static Pace of(double perS) {
    return new Pace(perS, 1);
  }

  boolean isBlast() {
    return Double.isInfinite(perS);
  }
}
