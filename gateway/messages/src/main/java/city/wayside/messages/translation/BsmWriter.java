package city.wayside.messages.translation;

import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.sae.Bsm;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.model.message.Report;

/// Report to BSM in its MessageFrame (SAE J2735-2024): the core, and in part II the vehicle's class
/// where the report has a type that there is a class for. One thread; keep one and use it again,
/// for most of a message is the same in all.
///
/// Numbers out of range are sent as unavailable. Count, elevation, gear, steering, acceleration,
/// brakes and size, which the core asks for and a report does not have, are sent as unavailable; so
/// is the yaw rate, which has no mark for that, as 0. A report without position is no BSM.
public final class BsmWriter {

  private static final String MESSAGE = "value.BasicSafetyMessage.";
  private static final String CORE = MESSAGE + "coreData.";

  private static final Path MESSAGE_ID = path("messageId");
  private static final Path ID = path(CORE + "id");
  private static final Path SEC_MARK = path(CORE + "secMark");
  private static final Path LAT = path(CORE + "lat");
  private static final Path LONG = path(CORE + "long");
  private static final Path SEMI_MAJOR = path(CORE + "accuracy.semiMajor");
  private static final Path SEMI_MINOR = path(CORE + "accuracy.semiMinor");
  private static final Path ORIENTATION = path(CORE + "accuracy.orientation");
  private static final Path SPEED = path(CORE + "speed");
  private static final Path HEADING = path(CORE + "heading");
  private static final Path PART_II = path(MESSAGE + "partII");
  private static final Path PART_II_ID = Path.of(Bsm.BSM_PART_II_EXTENSION, "partII-Id");
  private static final Path CLASSIFICATION =
      Path.of(
          Bsm.BSM_PART_II_EXTENSION, "partII-Value.SupplementalVehicleExtensions.classification");

  private static final int BSM = 20;
  private static final int SUPPLEMENT = 2;
  private static final int NO_COUNT = 0;
  private static final int ELEVATION_UNAVAILABLE = -4096;
  private static final int ORIENTATION_UNAVAILABLE = 65_535;
  private static final int ANGLE_UNAVAILABLE = 127;
  private static final int ACCELERATION_UNAVAILABLE = 2001;
  private static final int VERTICAL_ACCELERATION_UNAVAILABLE = -127;
  private static final int NO_YAW_RATE = 0;
  private static final int SIZE_UNAVAILABLE = 0;
  private static final String UNAVAILABLE = "unavailable";

  /// The first of the five bits says that nothing is known of the brakes.
  private static final String WHEEL_BRAKES_UNAVAILABLE = "10000";

  /// The largest axis: it stands for "as much or more", which is no measurement.
  private static final int SEMI_AXIS_TOO_LARGE = 254;

  private static final StringType ID_TYPE = (StringType) ID.target();
  private static final int OCTET_MASK = 0xFF;

  private final Draft plain;
  private final Draft classified;
  private final long supplement;
  private final long[] idOctets = new long[4];

  /// A writer.
  public BsmWriter() {
    try {
      plain = begun();
      plain.keep();
      classified = begun();
      supplement = classified.sequence(Bsm.BSM_PART_II_EXTENSION);
      classified
          .put(supplement, PART_II_ID, SUPPLEMENT)
          .put(supplement, CLASSIFICATION, 0)
          .put(PART_II, classified.list(supplement))
          .keep();
    } catch (Malformed impossible) {
      throw new IllegalStateException("a BSM has more values than a message may", impossible);
    }
  }

  private static Path path(String names) {
    return Path.of(MessageFrame.MESSAGE_FRAME, names);
  }

  private static Draft begun() throws Malformed {
    Draft draft = new Draft(MessageFrame.MESSAGE_FRAME);
    long root = draft.root();
    return draft
        .put(MESSAGE_ID, BSM)
        .put(path(CORE + "msgCnt"), NO_COUNT)
        .put(path(CORE + "elev"), ELEVATION_UNAVAILABLE)
        .word(root, path(CORE + "transmission"), UNAVAILABLE)
        .put(path(CORE + "angle"), ANGLE_UNAVAILABLE)
        .put(path(CORE + "accelSet.long"), ACCELERATION_UNAVAILABLE)
        .put(path(CORE + "accelSet.lat"), ACCELERATION_UNAVAILABLE)
        .put(path(CORE + "accelSet.vert"), VERTICAL_ACCELERATION_UNAVAILABLE)
        .put(path(CORE + "accelSet.yaw"), NO_YAW_RATE)
        .text(root, path(CORE + "brakes.wheelBrakes"), WHEEL_BRAKES_UNAVAILABLE)
        .word(root, path(CORE + "brakes.traction"), UNAVAILABLE)
        .word(root, path(CORE + "brakes.abs"), UNAVAILABLE)
        .word(root, path(CORE + "brakes.scs"), UNAVAILABLE)
        .word(root, path(CORE + "brakes.brakeBoost"), UNAVAILABLE)
        .word(root, path(CORE + "brakes.auxBrakes"), UNAVAILABLE)
        .put(path(CORE + "size.width"), SIZE_UNAVAILABLE)
        .put(path(CORE + "size.length"), SIZE_UNAVAILABLE);
  }

  /// The BSM that says a report, whatever kind of message the report came with.
  public Packed write(Report report) {
    String violation = ReportRange.violation(report);
    if (violation != null) {
      return Packed.outOfRange(violation);
    }
    int vehicleClass = VehicleClasses.classOf(report.type());
    try {
      if (vehicleClass == 0) {
        return new Packed.Bytes(filled(plain, report).encode());
      }
      Draft draft = filled(classified, report);
      return new Packed.Bytes(draft.put(supplement, CLASSIFICATION, vehicleClass).encode());
    } catch (Malformed malformed) {
      return Packed.of(malformed);
    }
  }

  private Draft filled(Draft draft, Report report) throws Malformed {
    for (int i = 0; i < idOctets.length; i++) {
      idOctets[i] = (report.stationId() >>> (8 * (idOctets.length - 1 - i))) & OCTET_MASK;
    }
    long axis = semiAxis(ReportRange.accuracyM(report));
    boolean hasAxis = axis != SaeQuantity.SEMI_AXIS.wireMax();
    draft.again();
    return draft
        .put(ID, draft.string(ID_TYPE, idOctets))
        .put(SEC_MARK, ItsTime.secondOfUnixMs(report.timeMs()))
        .put(LAT, SaeQuantity.LATITUDE.wireOf(report.latDeg()))
        .put(LONG, longitude(report.lonDeg()))
        .put(SEMI_MAJOR, axis)
        .put(SEMI_MINOR, axis)
        .put(ORIENTATION, hasAxis ? 0 : ORIENTATION_UNAVAILABLE)
        .put(SPEED, SaeQuantity.SPEED.wireOf(report.speedMps()))
        .put(HEADING, SaeQuantity.HEADING.wireOf(report.headingDeg()));
  }

  /// SAE's longitudes begin just east of the antimeridian, which is therefore 180 degrees east.
  private static long longitude(double lonDeg) {
    long wire = SaeQuantity.LONGITUDE.wireOf(lonDeg);
    return wire == SaeQuantity.LONGITUDE.wireMax() ? SaeQuantity.LONGITUDE.wireOf(180) : wire;
  }

  private static long semiAxis(double accuracyM) {
    long axis = SaeQuantity.SEMI_AXIS.wireOf(Accuracy.sigmaM(accuracyM));
    boolean isTooLarge = axis == SaeQuantity.SEMI_AXIS.wireMax() && !Double.isNaN(accuracyM);
    return isTooLarge ? SEMI_AXIS_TOO_LARGE : axis;
  }
}
