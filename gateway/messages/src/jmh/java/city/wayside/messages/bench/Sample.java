package city.wayside.messages.bench;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.Standard;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.uper.Malformed;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The messages that are measured, of the sizes that the field has.
public enum Sample {
  /// A CAM as it comes most often: position and motion, 41 bytes.
  CAM,
  /// A CAM with the way of the last minute: 23 points, 253 bytes.
  CAM_WITH_PATH,
  /// A BSM with its core alone: 39 bytes.
  BSM,
  /// A BSM with the way driven: part II with 15 points, 176 bytes.
  BSM_WITH_PATH,
  /// A DENM with one trace of 20 points.
  DENM,
  /// A map of an intersection with 13 lanes, about 500 bytes.
  MAPEM;

  /// The message's bytes.
  public byte[] bytes() {
    try {
      return CanonicalJson.pack(format(), json());
    } catch (Malformed impossible) {
      throw new IllegalStateException(this + ": " + impossible.reason(), impossible);
    }
  }

  private MessageFormat format() {
    return switch (this) {
      case CAM, CAM_WITH_PATH -> format(Standard.ETSI, "cam");
      case DENM -> format(Standard.ETSI, "denm");
      case MAPEM -> format(Standard.ETSI, "mapem");
      case BSM, BSM_WITH_PATH -> format(Standard.SAE, "bsm");
    };
  }

  private static MessageFormat format(Standard standard, String word) {
    return MessageFormats.of(standard, word, 0).orElseThrow();
  }

  private String json() {
    return switch (this) {
      case CAM -> cam("");
      case CAM_WITH_PATH ->
          cam(
              """
              ,"lowFrequencyContainer":{"basicVehicleContainerLowFrequency":{
              "vehicleRole":"default","exteriorLights":"00001000","pathHistory":[%s]}}\
              """
                  .formatted(points(23)));
      case BSM -> bsm("");
      case BSM_WITH_PATH ->
          bsm(
              """
              ,"partII":[{"partII-Id":0,"partII-Value":{"VehicleSafetyExtensions":{
              "pathHistory":{"crumbData":[%s]}}}}]\
              """
                  .formatted(
                      many(
                          15,
                          "{'latOffset':%1$d,'lonOffset':-%1$d,'elevationOffset':7,"
                              + "'timeOffset':%1$d}")));
      case DENM -> denm();
      case MAPEM -> mapem();
    };
  }

  private static String cam(String lowFrequency) {
    return """
    {"header":{"protocolVersion":2,"messageID":2,"stationID":1001},"cam":{
    "generationDeltaTime":31000,"camParameters":{"basicContainer":{"stationType":5,
    "referencePosition":{"latitude":535503000,"longitude":99921000,"positionConfidenceEllipse":{
    "semiMajorConfidence":250,"semiMinorConfidence":180,"semiMajorOrientation":870},
    "altitude":{"altitudeValue":1200,"altitudeConfidence":"alt-005-00"}}},
    "highFrequencyContainer":{"basicVehicleContainerHighFrequency":{
    "heading":{"headingValue":870,"headingConfidence":10},
    "speed":{"speedValue":1120,"speedConfidence":5},"driveDirection":"forward",
    "vehicleLength":{"vehicleLengthValue":45,
    "vehicleLengthConfidenceIndication":"noTrailerPresent"},"vehicleWidth":19,
    "longitudinalAcceleration":{"longitudinalAccelerationValue":3,
    "longitudinalAccelerationConfidence":20},
    "curvature":{"curvatureValue":12,"curvatureConfidence":"onePerMeter-0-002"},
    "curvatureCalculationMode":"yawRateUsed",
    "yawRate":{"yawRateValue":-25,"yawRateConfidence":"degSec-000-10"}}}%s}}}\
    """
        .formatted(lowFrequency);
  }

  private static String points(int count) {
    return many(
        count,
        "{'pathPosition':{'deltaLatitude':%1$d,'deltaLongitude':-%1$d,'deltaAltitude':10},"
            + "'pathDeltaTime':%1$d}");
  }

  private static String bsm(String rest) {
    return """
    {"messageId":20,"value":{"BasicSafetyMessage":{"coreData":{"msgCnt":17,"id":"0a0b0c0d",
    "secMark":31000,"lat":389000000,"long":-770000000,"elev":400,
    "accuracy":{"semiMajor":40,"semiMinor":30,"orientation":12000},"transmission":"forwardGears",
    "speed":560,"heading":6960,"angle":3,"accelSet":{"long":30,"lat":-5,"vert":0,"yaw":-25},
    "brakes":{"wheelBrakes":"00000","traction":"off","abs":"off","scs":"off",
    "brakeBoost":"unavailable","auxBrakes":"unavailable"},"size":{"width":190,"length":450}}%s}}}\
    """
        .formatted(rest);
  }

  private static String denm() {
    return """
    {"header":{"protocolVersion":2,"messageID":1,"stationID":1001},"denm":{"management":{
    "actionID":{"originatingStationID":1001,"sequenceNumber":7},"detectionTime":720000000000,
    "referenceTime":720000000100,"eventPosition":{"latitude":535503000,"longitude":99921000,
    "positionConfidenceEllipse":{"semiMajorConfidence":250,"semiMinorConfidence":180,
    "semiMajorOrientation":870},"altitude":{"altitudeValue":1200,
    "altitudeConfidence":"alt-005-00"}},"relevanceDistance":"lessThan1000m",
    "relevanceTrafficDirection":"upstreamTraffic","validityDuration":60,"stationType":5},
    "situation":{"informationQuality":4,"eventType":{"causeCode":6,"subCauseCode":5}},
    "location":{"eventSpeed":{"speedValue":800,"speedConfidence":5},
    "eventPositionHeading":{"headingValue":870,"headingConfidence":10},"traces":[[%s]]}}}\
    """
        .formatted(points(20));
  }

  private static String mapem() {
    return """
    {"header":{"protocolVersion":2,"messageID":5,"stationID":1001},"map":{"msgIssueRevision":1,
    "intersections":[{"id":{"region":49,"id":4711},"revision":3,
    "refPoint":{"lat":535503000,"long":99921000},"laneWidth":325,"laneSet":[%s]}]}}\
    """
        .formatted(many(13, lane()));
  }

  private static String lane() {
    return "{'laneID':%1$d,'ingressApproach':1,'laneAttributes':{'directionalUse':'10',"
        + "'sharedWith':'0000000000','laneType':{'vehicle':'00000000'}},"
        + "'maneuvers':'100000000000','nodeList':{'nodes':["
        + "{'delta':{'node-XY4':{'x':1%1$d,'y':-23%1$d}}},"
        + "{'delta':{'node-XY5':{'x':4%1$d,'y':-74%1$d}},'attributes':{'dElevation':-10}},"
        + "{'delta':{'node-XY5':{'x':5%1$d,'y':-64%1$d}}},"
        + "{'delta':{'node-XY4':{'x':6%1$d,'y':-18%1$d}}},"
        + "{'delta':{'node-XY6':{'x':7%1$d,'y':-99%1$d}}}]},"
        + "'connectsTo':[{'connectingLane':{'lane':%1$d,'maneuver':'100000000000'},"
        + "'signalGroup':%1$d}]}";
  }

  private static String many(int count, String pattern) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> pattern.formatted(i).replace('\'', '"'))
        .collect(Collectors.joining(","));
  }
}
