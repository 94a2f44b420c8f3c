package city.wayside.edge.detect;

import city.wayside.model.message.StationType;

/// A vehicle that hardly moves, on one segment. Guarded by its scene, once it is there.
final class SlowVehicle {

  /// A vehicle that moved on by so much, or this fast, has stood.
  private static final double MOVED_M = 20;

  private static final double ROLLING_MPS = 1.5;
  private static final double STANDING_MPS = 0.5;

  final int segment;
  final StationType type;
  final long enteredMs;

  /// How far it had driven before, and whether it came fast.
  double drivenM;

  final boolean cameFast;

  double offsetM;
  long newestMs;

  /// Since when it stands, and where; [Motion#NEVER_MS] while it does not.
  long standingSinceMs = Motion.NEVER_MS;

  double standingOffsetM;

  /// How many others have driven past since.
  int passesCount;

  /// True once it is looked at no more.
  boolean isGone;

  SlowVehicle(int segment, StationType type, long enteredMs, double drivenM, boolean cameFast) {
    this.segment = segment;
    this.type = type;
    this.enteredMs = enteredMs;
    this.drivenM = drivenM;
    this.cameFast = cameFast;
  }

  void move(long timeMs, double newOffsetM, double speedMps) {
    newestMs = timeMs;
    offsetM = newOffsetM;
    boolean stands = standingSinceMs != Motion.NEVER_MS;
    if (stands && (speedMps > ROLLING_MPS || Math.abs(offsetM - standingOffsetM) > MOVED_M)) {
      standingSinceMs = Motion.NEVER_MS;
      stands = false;
    }
    if (!stands && speedMps <= STANDING_MPS) {
      standingSinceMs = timeMs;
      standingOffsetM = offsetM;
      passesCount = 0;
    }
  }

  /// How long it stands by its own reports; 0 when it does not.
  long standingMs() {
    return standingSinceMs == Motion.NEVER_MS ? 0 : newestMs - standingSinceMs;
  }

  /// Goes on with what was seen of another, which it was before it changed its name.
  void continueFrom(SlowVehicle former) {
    drivenM = Math.max(drivenM, former.drivenM);
    if (former.standingSinceMs != Motion.NEVER_MS && standingSinceMs != Motion.NEVER_MS) {
      standingSinceMs = former.standingSinceMs;
      standingOffsetM = former.standingOffsetM;
      passesCount += former.passesCount;
    }
  }
}
