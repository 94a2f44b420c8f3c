package city.wayside.edge.detect;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.util.function.DoubleUnaryOperator;

/// A vehicle of a scripted scene, on a straight line.
final class Car {

  private static final double STEP_S = 0.1;

  private final double fromEastM;
  private final DoubleUnaryOperator speedMps;

  long stationId;
  StationType type = StationType.PASSENGER_CAR;

  /// When it is first and last heard of.
  double startS;

  double endS = Double.POSITIVE_INFINITY;

  double everyS = 1;
  double northM;

  /// Which way it moves and where it heads; a broken sensor may tell them apart.
  double courseDeg = 90;

  double headingDeg = 90;
  double accuracyM = Double.NaN;

  /// A car that is at a place when the scene begins.
  ///
  /// @param speedMps its speed by the seconds of the scene
  Car(long stationId, double fromEastM, DoubleUnaryOperator speedMps) {
    this.stationId = stationId;
    this.fromEastM = fromEastM;
    this.speedMps = speedMps;
  }

  /// A car that drives past the middle of a kilometre at a moment.
  static Car passing(long stationId, double atS, double speedMps) {
    return new Car(stationId, 500 - atS * speedMps, _ -> speedMps);
  }

  /// A car that drives up, brakes by 3 m/s² and stands at a place from a moment on.
  static Car stopping(long stationId, double atEastM, double fromS, double speedMps) {
    double brakingS = speedMps / 3;
    double wayM = speedMps * (fromS - brakingS) + speedMps * brakingS / 2;
    return new Car(
        stationId,
        atEastM - wayM,
        t -> t < fromS - brakingS ? speedMps : Math.max(0, 3 * (fromS - t)));
  }

  /// The same, that drives on later.
  Car until(double leavesS) {
    DoubleUnaryOperator before = speedMps;
    return copy(t -> t < leavesS ? before.applyAsDouble(t) : Math.min(12, 2 * (t - leavesS)));
  }

  Car copy(DoubleUnaryOperator otherMps) {
    Car copy = new Car(stationId, fromEastM, otherMps);
    copy.type = type;
    copy.startS = startS;
    copy.endS = endS;
    copy.everyS = everyS;
    copy.northM = northM;
    copy.courseDeg = courseDeg;
    copy.headingDeg = headingDeg;
    copy.accuracyM = accuracyM;
    return copy;
  }

  boolean reportsAt(double timeS) {
    double ticks = (timeS - startS) / everyS;
    return timeS >= startS && timeS <= endS && Math.abs(ticks - Math.rint(ticks)) < 1e-6;
  }

  Report report(double timeS, long timeMs) {
    double wayM = 0;
    for (double t = 0; t < timeS - STEP_S / 2; t += STEP_S) {
      wayM += speedMps.applyAsDouble(t + STEP_S / 2) * STEP_S;
    }
    double course = Math.toRadians(courseDeg);
    return new Report(
        stationId,
        type,
        MessageKind.CAM,
        timeMs,
        Roads.PLANE.latDeg(northM + wayM * Math.cos(course)),
        Roads.PLANE.lonDeg(fromEastM + wayM * Math.sin(course)),
        speedMps.applyAsDouble(timeS),
        headingDeg,
        accuracyM);
  }
}
