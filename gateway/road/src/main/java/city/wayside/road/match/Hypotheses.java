package city.wayside.road.match;

/// The few places where a vehicle may be, the likeliest first; flat and fixed in size.
final class Hypotheses {

  /// How many places are kept for one vehicle.
  static final int CAPACITY = 5;

  int count;
  final int[] link = new int[CAPACITY];
  final double[] offsetM = new double[CAPACITY];

  /// How much less likely than the first; a negative logarithm.
  final double[] cost = new double[CAPACITY];

  /// When the vehicle passed the start of the link, milliseconds since 1970; [Trajectory#NEVER_MS]
  /// when it was first seen on it.
  final long[] enteredMs = new long[CAPACITY];

  void copyFrom(Hypotheses other) {
    count = other.count;
    System.arraycopy(other.link, 0, link, 0, count);
    System.arraycopy(other.offsetM, 0, offsetM, 0, count);
    System.arraycopy(other.cost, 0, cost, 0, count);
    System.arraycopy(other.enteredMs, 0, enteredMs, 0, count);
  }
}
