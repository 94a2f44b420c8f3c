package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.etsi.cdd.PerceivedObjects;
import city.wayside.messages.etsi.cpm.Cpm;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.LocalPlane;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Path;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.util.ArrayList;
import java.util.List;

/// CPM to reports of the objects it tells of (ETSI TS 103 324). Whoever sends, they are placed
/// around the reference position with x to the east and y to the north (PerceivedObjects); a
/// measurementDeltaTime below 0 is before the reference time.
final class CpmTranslation {

  static final CpmTranslation V2 = new CpmTranslation();

  private static final String MANAGEMENT = "payload.managementContainer.";
  private static final String POSITION = MANAGEMENT + "referencePosition.";
  private static final Path REFERENCE_TIME = message(MANAGEMENT + "referenceTime");
  private static final Path LATITUDE = message(POSITION + "latitude");
  private static final Path LONGITUDE = message(POSITION + "longitude");
  private static final Path SEMI_MAJOR =
      message(POSITION + "positionConfidenceEllipse.semiMajorConfidence");
  private static final Path SEMI_MINOR =
      message(POSITION + "positionConfidenceEllipse.semiMinorConfidence");
  private static final Path CONTAINERS = message("payload.cpmContainers");
  private static final Path OBJECTS =
      Path.of(Cpm.WRAPPED_CPM_CONTAINER, "containerData.PerceivedObjectContainer.perceivedObjects");

  private static final Path OBJECT_ID = object("objectId");
  private static final Path DELTA_TIME = object("measurementDeltaTime");
  private static final Path X = object("position.xCoordinate.value");
  private static final Path X_CONFIDENCE = object("position.xCoordinate.confidence");
  private static final Path Y = object("position.yCoordinate.value");
  private static final Path Y_CONFIDENCE = object("position.yCoordinate.confidence");
  private static final Path POLAR_SPEED =
      object("velocity.polarVelocity.velocityMagnitude.speedValue");
  private static final Path POLAR_ANGLE = object("velocity.polarVelocity.velocityDirection.value");
  private static final Path X_SPEED = object("velocity.cartesianVelocity.xVelocity.value");
  private static final Path Y_SPEED = object("velocity.cartesianVelocity.yVelocity.value");
  private static final Path CLASSIFICATION = object("classification");
  private static final Path CLASS =
      Path.of(PerceivedObjects.OBJECT_CLASS_WITH_CONFIDENCE, "objectClass");
  private static final Path CONFIDENCE =
      Path.of(PerceivedObjects.OBJECT_CLASS_WITH_CONFIDENCE, "confidence");

  /// ConfidenceLevel 101 is "not available".
  private static final long CONFIDENCE_MAX = 100;

  private static final double EAST_DEG = 90;
  private static final double TURN_DEG = 360;

  private CpmTranslation() {}

  private static Path message(String names) {
    return Path.of(Cpm.COLLECTIVE_PERCEPTION_MESSAGE, names);
  }

  private static Path object(String names) {
    return Path.of(PerceivedObjects.PERCEIVED_OBJECT, names);
  }

  /// The reports of a CPM's objects, in order; none when it tells of none.
  Decoded read(Unpacked.Message message) {
    Values cpm = new Values(message.tape(), message.root());
    LocalPlane plane =
        new LocalPlane(
            new GeoPoint(
                cpm.measure(LATITUDE, Quantity.LATITUDE),
                cpm.measure(LONGITUDE, Quantity.LONGITUDE)));
    double ownAccuracyM =
        Accuracy.radiusM(
            cpm.measure(SEMI_MAJOR, Quantity.SEMI_AXIS),
            cpm.measure(SEMI_MINOR, Quantity.SEMI_AXIS));
    long referenceMs = ItsTime.unixMsOfTimestamp(cpm.cell(REFERENCE_TIME));
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < cpm.count(CONTAINERS); i++) {
      Values container = cpm.element(CONTAINERS, i);
      for (int j = 0; j < container.count(OBJECTS); j++) {
        Values object = container.element(OBJECTS, j);
        long unnamedId = Decoded.Reports.UNNAMED_OBJECT_ID + reports.size();
        reports.add(report(object, unnamedId, plane, ownAccuracyM, referenceMs));
      }
    }
    return new Decoded.Reports(List.copyOf(reports));
  }

  private static Report report(
      Values object, long unnamedId, LocalPlane plane, double ownAccuracyM, long referenceMs) {
    GeoPoint position =
        plane.at(object.measure(X, Quantity.COORDINATE), object.measure(Y, Quantity.COORDINATE));
    boolean isPlace = !Double.isNaN(position.latDeg()) && !Double.isNaN(position.lonDeg());
    double eastMps = object.measure(X_SPEED, Quantity.SPEED_COMPONENT);
    double northMps = object.measure(Y_SPEED, Quantity.SPEED_COMPONENT);
    boolean isPolar = object.has(POLAR_SPEED);
    return new Report(
        object.number(OBJECT_ID, unnamedId),
        typeOf(object),
        MessageKind.CPM,
        referenceMs + object.cell(DELTA_TIME),
        // Half a position is none.
        isPlace ? position.latDeg() : Double.NaN,
        isPlace ? position.lonDeg() : Double.NaN,
        isPolar ? object.measure(POLAR_SPEED, Quantity.SPEED) : Math.hypot(eastMps, northMps),
        isPolar
            ? headingOfAngleDeg(object.measure(POLAR_ANGLE, Quantity.HEADING))
            : headingOfVelocityDeg(eastMps, northMps),
        accuracyM(object, ownAccuracyM));
  }

  /// Both errors are independent, so their squares add up.
  private static double accuracyM(Values object, double ownAccuracyM) {
    return Math.hypot(
        ownAccuracyM,
        Accuracy.radiusM(
            object.measure(X_CONFIDENCE, Quantity.COORDINATE_CONFIDENCE),
            object.measure(Y_CONFIDENCE, Quantity.COORDINATE_CONFIDENCE)));
  }

  /// A CartesianAngle is counted from the x-axis, the east, anticlockwise.
  private static double headingOfAngleDeg(double angleDeg) {
    double headingDeg = EAST_DEG - angleDeg;
    return headingDeg < 0 ? headingDeg + TURN_DEG : headingDeg;
  }

  /// What stands has no heading.
  private static double headingOfVelocityDeg(double eastMps, double northMps) {
    if (eastMps == 0 && northMps == 0) {
      return Double.NaN;
    }
    double headingDeg = Math.toDegrees(Math.atan2(eastMps, northMps));
    return headingDeg < 0 ? headingDeg + TURN_DEG : headingDeg;
  }

  /// The type of the likeliest class; the first one when none is likelier.
  private static StationType typeOf(Values object) {
    StationType type = StationType.UNKNOWN;
    long highest = -1;
    for (int i = 0; i < object.count(CLASSIFICATION); i++) {
      Values candidate = object.element(CLASSIFICATION, i);
      long confidence = candidate.cell(CONFIDENCE) % (CONFIDENCE_MAX + 1);
      if (confidence > highest) {
        highest = confidence;
        type = RoadUserTypes.ofObject(candidate.at(candidate.cell(CLASS)));
      }
    }
    return type;
  }
}
