package city.wayside.messages.translation;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.model.message.Decoded;

/// Translates unpacked messages of every kind into the model. Any thread; stateless, though the
/// message belongs to the thread that unpacked it.
public final class Translator {

  private static final SpatTranslation ETSI_SPAT = new SpatTranslation(Standard.ETSI);
  private static final SpatTranslation SAE_SPAT = new SpatTranslation(Standard.SAE);
  private static final MapTranslation ETSI_MAP = new MapTranslation(Standard.ETSI);
  private static final MapTranslation SAE_MAP = new MapTranslation(Standard.SAE);
  private static final RequestTranslation ETSI_REQUEST = new RequestTranslation(Standard.ETSI);
  private static final RequestTranslation SAE_REQUEST = new RequestTranslation(Standard.SAE);
  private static final StatusTranslation ETSI_STATUS = new StatusTranslation(Standard.ETSI);
  private static final StatusTranslation SAE_STATUS = new StatusTranslation(Standard.SAE);

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
      case "spatem" -> ETSI_SPAT.read(message, receivedMs);
      case "mapem" -> ETSI_MAP.read(message, receivedMs);
      case "srem" -> ETSI_REQUEST.read(message, receivedMs);
      case "ssem" -> ETSI_STATUS.read(message, receivedMs);
      default -> Answers.unsupported(format);
    };
  }

  private static Decoded ofSae(Unpacked.Message message, MessageFormat format, long receivedMs) {
    return switch (format.word()) {
      case "bsm" -> BsmTranslation.FRAMED.read(message, receivedMs);
      case "tim" -> TimTranslation.FRAMED.read(message, receivedMs);
      case "psm" -> PsmTranslation.FRAMED.read(message, receivedMs);
      case "spat" -> SAE_SPAT.read(message, receivedMs);
      case "map" -> SAE_MAP.read(message, receivedMs);
      case "srm" -> SAE_REQUEST.read(message, receivedMs);
      case "ssm" -> SAE_STATUS.read(message, receivedMs);
      default -> Answers.unsupported(format);
    };
  }
}
