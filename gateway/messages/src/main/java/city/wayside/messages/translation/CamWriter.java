package city.wayside.messages.translation;

import city.wayside.messages.etsi.cam.Cam;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// Report to CAM of protocol version 2 (ETSI EN 302 637-2), without containers of low frequency.
/// One thread; keep one and use it again, for most of a message is the same in all.
///
/// Numbers out of range are sent as such. Direction of driving, size, acceleration, curvature and
/// yaw rate, which the standard asks for and a report does not have, are sent as unavailable. A
/// road-side unit has no motion. A report without position or time is no CAM.
public final class CamWriter {

  private static final String PARAMETERS = "cam.camParameters.";
  private static final String BASIC = PARAMETERS + "basicContainer.";
  private static final String ELLIPSE = BASIC + "referencePosition.positionConfidenceEllipse.";
  private static final String HIGH_FREQUENCY = PARAMETERS + "highFrequencyContainer.";
  private static final String VEHICLE = HIGH_FREQUENCY + "basicVehicleContainerHighFrequency.";

  private static final Path PROTOCOL_VERSION = path("header.protocolVersion");
  private static final Path MESSAGE_ID = path("header.messageID");
  private static final Path STATION_ID = path("header.stationID");
  private static final Path GENERATION_DELTA_TIME = path("cam.generationDeltaTime");
  private static final Path STATION_TYPE = path(BASIC + "stationType");
  private static final Path POSITION = path(BASIC + "referencePosition");
  private static final Path LATITUDE = path(BASIC + "referencePosition.latitude");
  private static final Path LONGITUDE = path(BASIC + "referencePosition.longitude");
  private static final Path SEMI_MAJOR = path(ELLIPSE + "semiMajorConfidence");
  private static final Path SEMI_MINOR = path(ELLIPSE + "semiMinorConfidence");
  private static final Path ORIENTATION = path(ELLIPSE + "semiMajorOrientation");
  private static final Path ROAD_SIDE = path(HIGH_FREQUENCY + "rsuContainerHighFrequency");
  private static final Path HEADING = path(VEHICLE + "heading.headingValue");
  private static final Path SPEED = path(VEHICLE + "speed.speedValue");

  private static final int VERSION = 2;
  private static final int CAM = 2;
  private static final int ORIENTATION_UNAVAILABLE = 3601;
  private static final int CONFIDENCE_UNAVAILABLE = 127;
  private static final int LENGTH_UNAVAILABLE = 1023;
  private static final int WIDTH_UNAVAILABLE = 62;
  private static final int ACCELERATION_UNAVAILABLE = 161;
  private static final int ACCELERATION_CONFIDENCE_UNAVAILABLE = 102;
  private static final int CURVATURE_UNAVAILABLE = 1023;
  private static final int YAW_RATE_UNAVAILABLE = 32_767;
  private static final String UNAVAILABLE = "unavailable";

  private final Draft vehicle;
  private final Draft roadSide;

  /// A writer.
  public CamWriter() {
    try {
      vehicle = begun();
      putUnavailable(vehicle);
      roadSide = begun();
      roadSide.put(ROAD_SIDE, roadSide.sequence(Cam.RSU_CONTAINER_HIGH_FREQUENCY));
    } catch (Malformed impossible) {
      throw new IllegalStateException("a CAM has more values than a message may", impossible);
    }
  }

  private static Path path(String names) {
    return Path.of(Cam.CAM, names);
  }

  private static Draft begun() throws Malformed {
    Draft draft = new Draft(Cam.CAM);
    draft.put(PROTOCOL_VERSION, VERSION).put(MESSAGE_ID, CAM);
    EtsiParts.putPosition(draft, draft.root(), POSITION, new GeoPoint(0, 0), Double.NaN);
    return draft;
  }

  private static void putUnavailable(Draft draft) throws Malformed {
    long root = draft.root();
    draft
        .put(path(VEHICLE + "heading.headingConfidence"), CONFIDENCE_UNAVAILABLE)
        .put(path(VEHICLE + "speed.speedConfidence"), CONFIDENCE_UNAVAILABLE)
        .word(root, path(VEHICLE + "driveDirection"), UNAVAILABLE)
        .put(path(VEHICLE + "vehicleLength.vehicleLengthValue"), LENGTH_UNAVAILABLE)
        .word(root, path(VEHICLE + "vehicleLength.vehicleLengthConfidenceIndication"), UNAVAILABLE)
        .put(path(VEHICLE + "vehicleWidth"), WIDTH_UNAVAILABLE)
        .put(
            path(VEHICLE + "longitudinalAcceleration.longitudinalAccelerationValue"),
            ACCELERATION_UNAVAILABLE)
        .put(
            path(VEHICLE + "longitudinalAcceleration.longitudinalAccelerationConfidence"),
            ACCELERATION_CONFIDENCE_UNAVAILABLE)
        .put(path(VEHICLE + "curvature.curvatureValue"), CURVATURE_UNAVAILABLE)
        .word(root, path(VEHICLE + "curvature.curvatureConfidence"), UNAVAILABLE)
        .word(root, path(VEHICLE + "curvatureCalculationMode"), UNAVAILABLE)
        .put(path(VEHICLE + "yawRate.yawRateValue"), YAW_RATE_UNAVAILABLE)
        .word(root, path(VEHICLE + "yawRate.yawRateConfidence"), UNAVAILABLE);
  }

  /// The CAM that says a report, whatever kind of message the report came with.
  public Packed write(Report report) {
    String violation = ReportRange.violation(report);
    if (violation != null) {
      return Packed.outOfRange(violation);
    }
    if (report.timeMs() == ItsTime.UNKNOWN_MS) {
      return Packed.outOfRange("timeMs must be known");
    }
    boolean isRoadSide = report.type() == StationType.ROAD_SIDE_UNIT;
    Draft draft = isRoadSide ? roadSide : vehicle;
    try {
      putBasics(draft, report);
      if (!isRoadSide) {
        draft
            .put(HEADING, Quantity.HEADING.wireOf(ReportRange.headingDeg(report)))
            .put(SPEED, Quantity.SPEED.wireOf(report.speedMps()));
      }
      return new Packed.Bytes(draft.encode());
    } catch (Malformed malformed) {
      return Packed.of(malformed);
    }
  }

  private static void putBasics(Draft draft, Report report) throws Malformed {
    double accuracyM = ReportRange.accuracyM(report);
    long axis = EtsiParts.semiAxis(accuracyM);
    draft
        .put(STATION_ID, report.stationId())
        .put(GENERATION_DELTA_TIME, ItsTime.generationDeltaOfUnixMs(report.timeMs()))
        .put(STATION_TYPE, report.type().code())
        .put(LATITUDE, Quantity.LATITUDE.wireOf(report.latDeg()))
        .put(LONGITUDE, Quantity.LONGITUDE.wireOf(report.lonDeg()))
        .put(SEMI_MAJOR, axis)
        .put(SEMI_MINOR, axis)
        .put(ORIENTATION, Double.isNaN(accuracyM) ? ORIENTATION_UNAVAILABLE : 0);
  }
}
