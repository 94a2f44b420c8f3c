package city.wayside.messages.translation;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.denm.Denm;
import city.wayside.messages.etsi.v1.DenmV1;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceType;

/// Where the values of a DENM are, by the names of ETSI EN 302 637-3; the same for reading and for
/// writing, and for both protocol versions.
final class DenmPaths {

  static final DenmPaths V1 = new DenmPaths(DenmV1.DENM);
  static final DenmPaths V2 = new DenmPaths(Denm.DENM);

  /// A point of a trace.
  static final Path PATH_LATITUDE = Path.of(Positions.PATH_POINT, "pathPosition.deltaLatitude");

  static final Path PATH_LONGITUDE = Path.of(Positions.PATH_POINT, "pathPosition.deltaLongitude");
  static final Path PATH_ALTITUDE = Path.of(Positions.PATH_POINT, "pathPosition.deltaAltitude");

  /// A point of the event's history.
  static final Path EVENT_LATITUDE = Path.of(Positions.EVENT_POINT, "eventPosition.deltaLatitude");

  static final Path EVENT_LONGITUDE =
      Path.of(Positions.EVENT_POINT, "eventPosition.deltaLongitude");
  static final Path EVENT_ALTITUDE = Path.of(Positions.EVENT_POINT, "eventPosition.deltaAltitude");
  static final Path EVENT_QUALITY = Path.of(Positions.EVENT_POINT, "informationQuality");

  private static final String MANAGEMENT = "denm.management.";
  private static final String POSITION = MANAGEMENT + "eventPosition.";
  private static final String SITUATION = "denm.situation.";
  private static final String LOCATION = "denm.location.";

  final Path originatingStationId;
  final Path sequenceNumber;
  final Path detectionTime;
  final Path referenceTime;
  final Path termination;
  final Path latitude;
  final Path longitude;
  final Path semiMajor;
  final Path semiMinor;
  final Path relevanceDistance;
  final Path relevanceTrafficDirection;
  final Path validityDuration;
  final Path informationQuality;
  final Path causeCode;
  final Path subCauseCode;
  final Path linkedCauseCode;
  final Path linkedSubCauseCode;
  final Path eventHistory;
  final Path eventSpeed;
  final Path eventPositionHeading;
  final Path traces;

  private DenmPaths(SequenceType denm) {
    originatingStationId = Path.of(denm, MANAGEMENT + "actionID.originatingStationID");
    sequenceNumber = Path.of(denm, MANAGEMENT + "actionID.sequenceNumber");
    detectionTime = Path.of(denm, MANAGEMENT + "detectionTime");
    referenceTime = Path.of(denm, MANAGEMENT + "referenceTime");
    termination = Path.of(denm, MANAGEMENT + "termination");
    latitude = Path.of(denm, POSITION + "latitude");
    longitude = Path.of(denm, POSITION + "longitude");
    semiMajor = Path.of(denm, POSITION + "positionConfidenceEllipse.semiMajorConfidence");
    semiMinor = Path.of(denm, POSITION + "positionConfidenceEllipse.semiMinorConfidence");
    relevanceDistance = Path.of(denm, MANAGEMENT + "relevanceDistance");
    relevanceTrafficDirection = Path.of(denm, MANAGEMENT + "relevanceTrafficDirection");
    validityDuration = Path.of(denm, MANAGEMENT + "validityDuration");
    informationQuality = Path.of(denm, SITUATION + "informationQuality");
    causeCode = Path.of(denm, SITUATION + "eventType.causeCode");
    subCauseCode = Path.of(denm, SITUATION + "eventType.subCauseCode");
    linkedCauseCode = Path.of(denm, SITUATION + "linkedCause.causeCode");
    linkedSubCauseCode = Path.of(denm, SITUATION + "linkedCause.subCauseCode");
    eventHistory = Path.of(denm, SITUATION + "eventHistory");
    eventSpeed = Path.of(denm, LOCATION + "eventSpeed.speedValue");
    eventPositionHeading = Path.of(denm, LOCATION + "eventPositionHeading.headingValue");
    traces = Path.of(denm, LOCATION + "traces");
  }
}
