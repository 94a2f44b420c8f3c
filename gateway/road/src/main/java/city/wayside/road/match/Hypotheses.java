package city.wayside.road.match;

/// The few places where a vehicle may be, the likeliest first; fixed in size.
final class Hypotheses {

  /// How many places are kept for one vehicle.
  static final int CAPACITY = 5;

  int count;
  final int[] link = new int[CAPACITY];

  /// How far the vehicle has come, from the link's start; it never goes back.
  final double[] offsetM = new double[CAPACITY];

  /// What is known of it, counted from that offset: below zero where the vehicle seems to have
  /// rolled back, which is error of its positions.
  final Reckoning[] reckoning = new Reckoning[CAPACITY];

  /// How much less likely than the first; a negative logarithm.
  final double[] cost = new double[CAPACITY];

  /// When the vehicle passed the start of the link, milliseconds since 1970; [Trajectory#NEVER_MS]
  /// when it was first seen on it.
  final long[] enteredMs = new long[CAPACITY];

  Hypotheses() {
    for (int i = 0; i < CAPACITY; i++) {
      reckoning[i] = new Reckoning();
    }
  }

  void copyFrom(Hypotheses other) {
    count = other.count;
    System.arraycopy(other.link, 0, link, 0, count);
    System.arraycopy(other.offsetM, 0, offsetM, 0, count);
    System.arraycopy(other.cost, 0, cost, 0, count);
    System.arraycopy(other.enteredMs, 0, enteredMs, 0, count);
    for (int i = 0; i < count; i++) {
      reckoning[i].copyFrom(other.reckoning[i]);
    }
  }
}
