package city.wayside.edge.detect;

/// What the last review of a scene saw of queues. Of the reviewing thread alone.
final class QueueState {

  /// True when slow vehicles stand right behind the segment's start, so that others must wait
  /// before it.
  boolean reachesStart;

  /// True when its first slow vehicles go on from those of a segment downstream.
  boolean joinsDownstream;

  /// How far those that reach the start go, from the stop line on; and how many they are.
  double lengthM;

  int vehiclesCount;

  /// Over how many segments they go: queues may bite their own tails.
  int segmentsCount;

  /// Since when the end of a queue here is a hazard; [Motion#NEVER_MS] while it is none.
  long hazardSinceMs = Motion.NEVER_MS;
}
