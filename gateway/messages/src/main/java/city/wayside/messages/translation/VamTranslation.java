package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.etsi.vam.Vam;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// VAM to report (ETSI TS 103 300-3). The type is that of the profile where the message has it,
/// else of the station type.
final class VamTranslation {

  static final VamTranslation V3 = new VamTranslation();

  private static final String BASIC = "vam.vamParameters.basicContainer.";
  private static final String ELLIPSE = BASIC + "referencePosition.positionConfidenceEllipse.";
  private static final String MOTION = "vam.vamParameters.vruHighFrequencyContainer.";

  private static final Path STATION_ID = path("header.stationId");
  private static final Path GENERATION_DELTA_TIME = path("vam.generationDeltaTime");
  private static final Path STATION_TYPE = path(BASIC + "stationType");
  private static final Path LATITUDE = path(BASIC + "referencePosition.latitude");
  private static final Path LONGITUDE = path(BASIC + "referencePosition.longitude");
  private static final Path SEMI_MAJOR = path(ELLIPSE + "semiMajorAxisLength");
  private static final Path SEMI_MINOR = path(ELLIPSE + "semiMinorAxisLength");
  private static final Path HEADING = path(MOTION + "heading.value");
  private static final Path SPEED = path(MOTION + "speed.speedValue");
  private static final Path PROFILE =
      path("vam.vamParameters.vruLowFrequencyContainer.profileAndSubprofile");

  private VamTranslation() {}

  private static Path path(String names) {
    return Path.of(Vam.VAM, names);
  }

  /// The report that a VAM is.
  Decoded read(Unpacked.Message message, long receivedMs) {
    Values vam = new Values(message.tape(), message.root());
    return new Report(
        vam.cell(STATION_ID),
        typeOf(vam),
        MessageKind.VAM,
        ItsTime.unixMsOfGenerationDelta((int) vam.cell(GENERATION_DELTA_TIME), receivedMs),
        vam.measure(LATITUDE, Quantity.LATITUDE),
        vam.measure(LONGITUDE, Quantity.LONGITUDE),
        vam.measure(SPEED, Quantity.SPEED),
        vam.measure(HEADING, Quantity.HEADING),
        Accuracy.radiusM(
            vam.measure(SEMI_MAJOR, Quantity.SEMI_AXIS),
            vam.measure(SEMI_MINOR, Quantity.SEMI_AXIS)));
  }

  private static StationType typeOf(Values vam) {
    long profile = vam.cell(PROFILE);
    StationType type =
        profile == Tape.ABSENT ? StationType.UNKNOWN : RoadUserTypes.ofProfile(vam.at(profile));
    return type == StationType.UNKNOWN
        ? StationType.ofCode((int) vam.cell(STATION_TYPE)).orElse(StationType.UNKNOWN)
        : type;
  }
}
