package city.wayside.kit.fleet;

/// How a trace is played.
///
/// @param speed seconds of the trace in a second of the clock, above 0; with another speed than 1
///   the time stamps are compressed too, so that they stay on the clock
/// @param loop whether the trace starts again at its end, with stations of new ids
/// @param vehiclesMax vehicles that drive at the same time; others drive when there is room
/// @param alignS the clock's time at the start differs from the trace's by a multiple of this many
///   seconds, so that windows of that length hold the same rows; 0 to start at once
/// @param idleS seconds of the trace after which a vehicle that said nothing has left
public record ReplayOptions(double speed, boolean loop, int vehiclesMax, int alignS, int idleS) {

  /// Refuses what cannot be played.
  public ReplayOptions {
    if (!(speed > 0 && speed <= 1000)) {
      throw new IllegalArgumentException("speed " + speed + " is not above 0, up to 1000");
    }
    if (vehiclesMax < 1) {
      throw new IllegalArgumentException("vehiclesMax " + vehiclesMax + " is below 1");
    }
    if (alignS < 0 || idleS < 1) {
      throw new IllegalArgumentException("alignS must be 0 or more, idleS above 0");
    }
    if (alignS > 0 && speed != 1) {
      throw new IllegalArgumentException("alignS needs speed 1, for windows keep their length");
    }
  }

  /// The trace once, all of it, in its own time.
  public static ReplayOptions once() {
    return new ReplayOptions(1, false, Integer.MAX_VALUE, 0, 10);
  }

  /// The trace again and again in its own time.
  public static ReplayOptions looped(int vehiclesMax) {
    return new ReplayOptions(1, true, vehiclesMax, 0, 10);
  }
}
