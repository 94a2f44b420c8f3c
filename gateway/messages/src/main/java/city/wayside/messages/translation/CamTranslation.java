package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.etsi.cam.Cam;
import city.wayside.messages.etsi.v1.CamV1;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceType;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// CAM to report, protocol versions 1 and 2 (ETSI EN 302 637-2, TS 103 900). A road-side unit has
/// neither speed nor heading.
final class CamTranslation {

  static final CamTranslation V1 = new CamTranslation(CamV1.CAM);
  static final CamTranslation V2 = new CamTranslation(Cam.CAM);

  private static final String BASIC = "cam.camParameters.basicContainer.";
  private static final String ELLIPSE = BASIC + "referencePosition.positionConfidenceEllipse.";
  private static final String VEHICLE =
      "cam.camParameters.highFrequencyContainer.basicVehicleContainerHighFrequency.";

  private final Path stationId;
  private final Path generationDeltaTime;
  private final Path stationType;
  private final Path latitude;
  private final Path longitude;
  private final Path semiMajor;
  private final Path semiMinor;
  private final Path heading;
  private final Path speed;

  private CamTranslation(SequenceType cam) {
    stationId = Path.of(cam, "header.stationID");
    generationDeltaTime = Path.of(cam, "cam.generationDeltaTime");
    stationType = Path.of(cam, BASIC + "stationType");
    latitude = Path.of(cam, BASIC + "referencePosition.latitude");
    longitude = Path.of(cam, BASIC + "referencePosition.longitude");
    semiMajor = Path.of(cam, ELLIPSE + "semiMajorConfidence");
    semiMinor = Path.of(cam, ELLIPSE + "semiMinorConfidence");
    heading = Path.of(cam, VEHICLE + "heading.headingValue");
    speed = Path.of(cam, VEHICLE + "speed.speedValue");
  }

  /// The report that a CAM is.
  Decoded read(Unpacked.Message message, long receivedMs) {
    Values cam = new Values(message.tape(), message.root());
    return new Report(
        cam.cell(stationId),
        StationType.ofCode((int) cam.cell(stationType)).orElse(StationType.UNKNOWN),
        MessageKind.CAM,
        ItsTime.unixMsOfGenerationDelta((int) cam.cell(generationDeltaTime), receivedMs),
        cam.measure(latitude, Quantity.LATITUDE),
        cam.measure(longitude, Quantity.LONGITUDE),
        cam.measure(speed, Quantity.SPEED),
        cam.measure(heading, Quantity.HEADING),
        Accuracy.radiusM(
            cam.measure(semiMajor, Quantity.SEMI_AXIS),
            cam.measure(semiMinor, Quantity.SEMI_AXIS)));
  }
}
