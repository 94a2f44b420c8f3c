package city.wayside.messages;

import city.wayside.messages.etsi.SignalMessages;
import city.wayside.messages.etsi.cam.Cam;
import city.wayside.messages.etsi.cpm.Cpm;
import city.wayside.messages.etsi.denm.Denm;
import city.wayside.messages.etsi.ivim.Ivim;
import city.wayside.messages.etsi.v1.CamV1;
import city.wayside.messages.etsi.v1.DenmV1;
import city.wayside.messages.etsi.vam.Vam;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.SequenceType;
import city.wayside.model.refusal.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every kind and version of message that is understood: a new one is a line here.
public final class MessageFormats {

  /// The edition of SAE J2735 whose structure is used; it reads what older editions wrote.
  public static final int SAE_EDITION = 2024;

  private static final List<MessageFormat> ETSI =
      List.of(
          etsi("denm", 1, 1, DenmV1.DENM),
          etsi("denm", 1, 2, Denm.DENM),
          etsi("cam", 2, 1, CamV1.CAM),
          etsi("cam", 2, 2, Cam.CAM),
          etsi("spatem", 4, 1, SignalMessages.SPATEM),
          etsi("spatem", 4, 2, SignalMessages.SPATEM),
          etsi("mapem", 5, 1, SignalMessages.MAPEM),
          etsi("mapem", 5, 2, SignalMessages.MAPEM),
          etsi("ivim", 6, 1, Ivim.IVIM),
          etsi("ivim", 6, 2, Ivim.IVIM),
          etsi("srem", 9, 1, SignalMessages.SREM),
          etsi("srem", 9, 2, SignalMessages.SREM),
          etsi("ssem", 10, 1, SignalMessages.SSEM),
          etsi("ssem", 10, 2, SignalMessages.SSEM),
          etsi("cpm", 14, 2, Cpm.COLLECTIVE_PERCEPTION_MESSAGE),
          etsi("vam", 16, 3, Vam.VAM));

  /// SAE's kinds by their numbers, also those that are carried without being understood.
  private static final List<MessageFormat> SAE =
      List.of(
          sae("map", 18),
          sae("spat", 19),
          sae("bsm", 20),
          sae("csr", 21),
          sae("eva", 22),
          sae("ica", 23),
          sae("nmea", 24),
          sae("pdm", 25),
          sae("pvd", 26),
          sae("rsa", 27),
          sae("rtcm", 28),
          sae("srm", 29),
          sae("ssm", 30),
          sae("tim", 31),
          sae("psm", 32),
          sae("rsm", 33),
          sae("rwm", 34),
          sae("pdc", 35),
          sae("pdr", 36),
          sae("tam", 37),
          sae("tum", 38),
          sae("tuma", 39),
          sae("ccm", 40),
          sae("sdsm", 41),
          sae("mscm", 42),
          sae("rga", 43));

  /// The first bit of a frame of SAE says that something was added to it.
  private static final int FRAME_EXTENSION = 0x80;

  // Looked at for every message.
  private static final int VERSIONS = 4;
  private static final int ETSI_IDS = 17;
  private static final @Nullable MessageFormat[][] ETSI_BY_ID =
      new @Nullable MessageFormat[ETSI_IDS][VERSIONS];
  private static final @Nullable MessageFormat[] SAE_BY_ID = new @Nullable MessageFormat[256];

  static {
    ETSI.forEach(format -> ETSI_BY_ID[format.messageId()][format.version()] = format);
    SAE.forEach(format -> SAE_BY_ID[format.messageId()] = format);
  }

  private MessageFormats() {}

  /// The format of a message by its first bytes: ETSI's protocolVersion is never 0, while SAE's
  /// frame begins with a 0 for every number below 256.
  ///
  /// @throws Malformed when they belong to no message that is understood
  public static MessageFormat of(byte[] bytes, int offset, int length) throws Malformed {
    if (length < 2) {
      throw new Malformed(
          Refusal.MALFORMED, "is " + length + " bytes long, too short for any message", 0);
    }
    int first = bytes[offset] & 0xFF;
    int second = bytes[offset + 1] & 0xFF;
    return (first & ~FRAME_EXTENSION) == 0 ? sae(second) : etsi(first, second);
  }

  private static MessageFormat sae(int messageId) {
    MessageFormat format = SAE_BY_ID[messageId];
    return format != null ? format : sae("message" + messageId, messageId);
  }

  private static MessageFormat etsi(int version, int messageId) throws Malformed {
    if (version < VERSIONS && messageId < ETSI_IDS) {
      MessageFormat format = ETSI_BY_ID[messageId][version];
      if (format != null) {
        return format;
      }
    }
    throw unknown(version, messageId);
  }

  private static Malformed unknown(int version, int messageId) {
    List<Integer> versions =
        ETSI.stream()
            .filter(format -> format.messageId() == messageId)
            .map(MessageFormat::version)
            .toList();
    return versions.isEmpty()
        ? new Malformed(
            Refusal.UNSUPPORTED_TYPE,
            "header.messageID is " + messageId + ", which is not known",
            8)
        : new Malformed(
            Refusal.UNSUPPORTED_TYPE,
            "header.protocolVersion is "
                + version
                + ", must be one of "
                + versions
                + " for messageID "
                + messageId,
            0);
  }

  /// The format of a kind, in its newest version unless one is named.
  ///
  /// @param version 0 for the newest
  public static Optional<MessageFormat> of(Standard standard, String word, int version) {
    return (standard == Standard.ETSI ? ETSI : SAE)
        .stream()
            .filter(format -> format.word().equals(word))
            .filter(format -> version == 0 || format.version() == version)
            .max(Comparator.comparingInt(MessageFormat::version));
  }

  /// All formats.
  public static List<MessageFormat> all() {
    return Stream.concat(ETSI.stream(), SAE.stream()).toList();
  }

  private static MessageFormat etsi(String word, int messageId, int version, SequenceType type) {
    return new MessageFormat(Standard.ETSI, word, messageId, version, type);
  }

  private static MessageFormat sae(String word, int messageId) {
    return new MessageFormat(
        Standard.SAE, word, messageId, SAE_EDITION, MessageFrame.MESSAGE_FRAME);
  }
}
