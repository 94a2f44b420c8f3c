package city.wayside.messages.translation;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.model.message.Decoded;

/// Translates unpacked messages of every kind into the model. Any thread; stateless, though the
/// message belongs to the thread that unpacked it.
public final class Translator {

  /// What a message says in the model's terms.
  ///
  /// @param message as the unpacker gave it, before it unpacks the next one
  /// @param receivedMs when it was received, milliseconds since 1970: what its clocks are resolved
  ///   against
  /// @return never a refusal for an odd value: that is left out; a refusal for a kind that the
  ///   model does not have
  public Decoded translate(Unpacked.Message message, long receivedMs) {
    MessageFormat format = message.format();
    return format.standard() == Standard.ETSI
        ? ofEtsi(message, format, receivedMs)
        : ofSae(message, format, receivedMs);
  }

  private static Decoded ofEtsi(Unpacked.Message message, MessageFormat format, long receivedMs) {
    boolean first = format.version() == 1;
    return switch (format.word()) {
      case "cam" -> (first ? CamTranslation.V1 : CamTranslation.V2).read(message, receivedMs);
      case "denm" -> (first ? DenmTranslation.V1 : DenmTranslation.V2).read(message);
      case "ivim" -> IvimTranslation.ANY.read(message, receivedMs);
      case "vam" -> VamTranslation.V3.read(message, receivedMs);
      case "cpm" -> CpmTranslation.V2.read(message);
      case "spatem" -> Answers.unsupported(format);
      case "mapem" -> Answers.unsupported(format);
      case "srem" -> Answers.unsupported(format);
      case "ssem" -> Answers.unsupported(format);
      default -> Answers.unsupported(format);
    };
  }

  private static Decoded ofSae(Unpacked.Message message, MessageFormat format, long receivedMs) {
    return switch (format.word()) {
      case "bsm" -> BsmTranslation.FRAMED.read(message, receivedMs);
      case "tim" -> TimTranslation.FRAMED.read(message, receivedMs);
      case "psm" -> PsmTranslation.FRAMED.read(message, receivedMs);
      case "spat" -> Answers.unsupported(format);
      case "map" -> Answers.unsupported(format);
      case "srm" -> Answers.unsupported(format);
      case "ssm" -> Answers.unsupported(format);
      default -> Answers.unsupported(format);
    };
  }
}
