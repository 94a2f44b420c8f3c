package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.sae.Psm;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// PSM to report (SAE J2735 PersonalSafetyMessage). Who does not say what it is counts as a
/// pedestrian: a PSM never comes from a vehicle, and unknown stations count as road traffic.
final class PsmTranslation {

  static final PsmTranslation FRAMED = new PsmTranslation();

  private static final int ID_BITS = 32;

  private static final Path MESSAGE =
      Path.of(MessageFrame.MESSAGE_FRAME, "value.PersonalSafetyMessage");
  private static final Path BASIC_TYPE = path("basicType");
  private static final Path SEC_MARK = path("secMark");
  private static final Path ID = path("id");
  private static final Path LAT = path("position.lat");
  private static final Path LONG = path("position.long");
  private static final Path SEMI_MAJOR = path("accuracy.semiMajor");
  private static final Path SEMI_MINOR = path("accuracy.semiMinor");
  private static final Path SPEED = path("speed");
  private static final Path HEADING = path("heading");

  private PsmTranslation() {}

  private static Path path(String names) {
    return Path.of(Psm.PERSONAL_SAFETY_MESSAGE, names);
  }

  /// The report that a PSM is.
  Decoded read(Unpacked.Message message, long receivedMs) {
    Values frame = new Values(message.tape(), message.root());
    long cell = frame.cell(MESSAGE);
    if (cell == Tape.ABSENT) {
      return Answers.withoutContent(message);
    }
    Values psm = frame.at(cell);
    return new Report(
        message.tape().bits(psm.cell(ID), 0, ID_BITS),
        typeOf((int) psm.cell(BASIC_TYPE)),
        MessageKind.PSM,
        SaeTime.unixMs((int) psm.cell(SEC_MARK), receivedMs),
        psm.measure(LAT, SaeQuantity.LATITUDE),
        psm.measure(LONG, SaeQuantity.LONGITUDE),
        psm.measure(SPEED, SaeQuantity.SPEED),
        psm.measure(HEADING, SaeQuantity.HEADING),
        Accuracy.radiusOfSigmaM(
            psm.measure(SEMI_MAJOR, SaeQuantity.SEMI_AXIS),
            psm.measure(SEMI_MINOR, SaeQuantity.SEMI_AXIS)));
  }

  /// The type of a PersonalDeviceUserType by its position.
  private static StationType typeOf(int basicType) {
    return switch (basicType) {
      case 2 -> StationType.CYCLIST;
      case 4 -> StationType.ANIMAL;
      default -> StationType.PEDESTRIAN;
    };
  }
}
