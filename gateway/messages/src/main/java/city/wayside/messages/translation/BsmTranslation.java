package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.sae.Bsm;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// BSM to report (SAE J2735 BasicSafetyMessage). The station's type is the vehicle class of part II
/// where the sender gives one. Most do not: those are vehicles of unknown kind, which count as road
/// traffic.
final class BsmTranslation {

  static final BsmTranslation FRAMED = new BsmTranslation();

  private static final int ID_BITS = 32;

  private static final Path CORE =
      Path.of(MessageFrame.MESSAGE_FRAME, "value.BasicSafetyMessage.coreData");
  private static final Path PART_II =
      Path.of(MessageFrame.MESSAGE_FRAME, "value.BasicSafetyMessage.partII");

  private static final Path ID = Path.of(Bsm.BSM_CORE_DATA, "id");
  private static final Path SEC_MARK = Path.of(Bsm.BSM_CORE_DATA, "secMark");
  private static final Path LAT = Path.of(Bsm.BSM_CORE_DATA, "lat");
  private static final Path LONG = Path.of(Bsm.BSM_CORE_DATA, "long");
  private static final Path SEMI_MAJOR = Path.of(Bsm.BSM_CORE_DATA, "accuracy.semiMajor");
  private static final Path SEMI_MINOR = Path.of(Bsm.BSM_CORE_DATA, "accuracy.semiMinor");
  private static final Path SPEED = Path.of(Bsm.BSM_CORE_DATA, "speed");
  private static final Path HEADING = Path.of(Bsm.BSM_CORE_DATA, "heading");

  private static final String SUPPLEMENT = "partII-Value.SupplementalVehicleExtensions.";
  private static final Path CLASSIFICATION =
      Path.of(Bsm.BSM_PART_II_EXTENSION, SUPPLEMENT + "classification");
  private static final Path KEY_TYPE =
      Path.of(Bsm.BSM_PART_II_EXTENSION, SUPPLEMENT + "classDetails.keyType");

  private BsmTranslation() {}

  /// The report that a BSM is.
  Decoded read(Unpacked.Message message, long receivedMs) {
    Values frame = new Values(message.tape(), message.root());
    long cell = frame.cell(CORE);
    if (cell == Tape.ABSENT) {
      return Answers.withoutContent(message);
    }
    Values core = frame.at(cell);
    return new Report(
        message.tape().bits(core.cell(ID), 0, ID_BITS),
        typeOf(frame),
        MessageKind.BSM,
        SaeTime.unixMs((int) core.cell(SEC_MARK), receivedMs),
        core.measure(LAT, SaeQuantity.LATITUDE),
        core.measure(LONG, SaeQuantity.LONGITUDE),
        core.measure(SPEED, SaeQuantity.SPEED),
        core.measure(HEADING, SaeQuantity.HEADING),
        Accuracy.radiusOfSigmaM(
            core.measure(SEMI_MAJOR, SaeQuantity.SEMI_AXIS),
            core.measure(SEMI_MINOR, SaeQuantity.SEMI_AXIS)));
  }

  /// The class of the first supplement that has one; before its details, for those are rare.
  private static StationType typeOf(Values frame) {
    int parts = frame.count(PART_II);
    for (int i = 0; i < parts; i++) {
      Values part = frame.element(PART_II, i);
      long vehicleClass = part.number(CLASSIFICATION, part.cell(KEY_TYPE));
      if (vehicleClass != Tape.ABSENT) {
        return VehicleClasses.typeOf((int) vehicleClass);
      }
    }
    return StationType.UNKNOWN;
  }
}
