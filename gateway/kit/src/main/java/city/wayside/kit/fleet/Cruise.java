package city.wayside.kit.fleet;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.road.network.RoadNetwork;
import java.util.random.RandomGenerator;

/// One vehicle that drives about a network: along segments and straight over the gaps at junctions,
/// near the limit, with the acceleration of a car. So its reports are as believable as real ones.
public final class Cruise {

  private static final double ACCELERATION_MPS2 = 1.5;
  private static final double BRAKING_MPS2 = 2.5;
  private static final double SPEED_MPS_OTHERWISE = 13.9;
  private static final double METRES_PER_DEG = 111_195;

  private final Ways ways;
  private final RandomGenerator dice;
  private final long stationId;
  private final double eagerness;

  private int segment;
  private double offsetM;
  private int nextSegment;
  private double gapM;
  private double speedMps;
  private long timeMs;

  /// A vehicle somewhere on a network at a time.
  public Cruise(Ways ways, RandomGenerator dice, long stationId, long timeMs) {
    this.ways = ways;
    this.dice = dice;
    this.stationId = stationId;
    this.eagerness = 0.7 + 0.25 * dice.nextDouble();
    this.timeMs = timeMs;
    this.segment = ways.anywhere(dice);
    this.offsetM = dice.nextDouble() * ways.network().lengthM(segment);
    this.speedMps = wishedMps();
    lookAhead();
  }

  private double wishedMps() {
    double limitMps = ways.network().speedLimitMps(segment);
    return eagerness * (Double.isNaN(limitMps) ? SPEED_MPS_OTHERWISE : limitMps);
  }

  private void lookAhead() {
    RoadNetwork network = ways.network();
    nextSegment = ways.after(segment, dice);
    double endM = network.lengthM(segment);
    double latDeg = network.latDeg(segment, endM);
    double northDeg = network.latDeg(nextSegment, 0) - latDeg;
    double eastDeg = network.lonDeg(nextSegment, 0) - network.lonDeg(segment, endM);
    gapM = METRES_PER_DEG * Math.hypot(northDeg, eastDeg * Math.cos(Math.toRadians(latDeg)));
  }

  /// Drives on until a time and says where it is.
  public Report report(long untilMs, MessageKind kind) {
    double elapsedS = Math.max(0, untilMs - timeMs) / 1000.0;
    timeMs = Math.max(timeMs, untilMs);
    double wishedMps = wishedMps();
    double beforeMps = speedMps;
    speedMps =
        Math.clamp(
            wishedMps,
            Math.max(0, beforeMps - BRAKING_MPS2 * elapsedS),
            beforeMps + ACCELERATION_MPS2 * elapsedS);
    offsetM += (beforeMps + speedMps) / 2 * elapsedS;
    while (offsetM >= ways.network().lengthM(segment) + gapM) {
      offsetM -= ways.network().lengthM(segment) + gapM;
      segment = nextSegment;
      lookAhead();
    }
    return where(kind);
  }

  private Report where(MessageKind kind) {
    RoadNetwork network = ways.network();
    double lengthM = network.lengthM(segment);
    double onSegmentM = Math.min(offsetM, lengthM);
    double latDeg = network.latDeg(segment, onSegmentM);
    double lonDeg = network.lonDeg(segment, onSegmentM);
    if (offsetM > lengthM) {
      double share = (offsetM - lengthM) / gapM;
      latDeg += share * (network.latDeg(nextSegment, 0) - latDeg);
      lonDeg += share * (network.lonDeg(nextSegment, 0) - lonDeg);
    }
    return new Report(
        stationId,
        StationType.PASSENGER_CAR,
        kind,
        timeMs,
        rounded(latDeg, 1e7),
        rounded(lonDeg, 1e7),
        rounded(speedMps, 1e2),
        rounded(network.headingDeg(segment, onSegmentM), 10) % 360,
        Double.NaN);
  }

  private static double rounded(double value, double steps) {
    return Math.rint(value * steps) / steps;
  }
}
