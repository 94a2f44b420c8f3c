package city.wayside.messages.translation;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.Tape;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// What each family puts around the same content: ETSI an ItsPduHeader, SAE a MessageFrame.
///
/// @param format the message that is written; all versions of it are read
/// @param content where the content is
/// @param number where the message's number is
/// @param version where ETSI's protocolVersion is; nothing in SAE's frame
/// @param station where ETSI's stationID is; nothing in SAE's frame
record Framing(
    MessageFormat format,
    Path content,
    Path number,
    @Nullable Path version,
    @Nullable Path station) {

  /// The header's protocolVersion of ETSI messages that are written.
  private static final int ETSI_VERSION = 2;

  /// What puts the content into a message that is being written.
  @FunctionalInterface
  interface Filling {

    /// Fills it in.
    ///
    /// @param content the cell of the content, which is empty
    void fill(Draft draft, long content) throws Malformed;
  }

  /// The framing of a kind that both families have.
  ///
  /// @param etsiWord the kind's word in ETSI's family
  /// @param etsiContent the field of the content there
  /// @param saeWord the kind's word in SAE's family
  /// @param saeContent the type of the content there
  static Framing of(
      Standard standard, String etsiWord, String etsiContent, String saeWord, String saeContent) {
    boolean isEtsi = standard == Standard.ETSI;
    MessageFormat format =
        MessageFormats.of(standard, isEtsi ? etsiWord : saeWord, isEtsi ? ETSI_VERSION : 0)
            .orElseThrow();
    SequenceType type = format.type();
    return isEtsi
        ? new Framing(
            format,
            Path.of(type, etsiContent),
            Path.of(type, "header.messageID"),
            Path.of(type, "header.protocolVersion"),
            Path.of(type, "header.stationID"))
        : new Framing(
            format, Path.of(type, "value." + saeContent), Path.of(type, "messageId"), null, null);
  }

  /// The content's type.
  SequenceType type() {
    return (SequenceType) content.target();
  }

  /// The content of a message; nothing when the message is of another kind.
  @Nullable Values open(Unpacked.Message message) {
    // Paths hold for one type only: what they lead to in another would be any value.
    if (message.format().type() != format.type()) {
      return null;
    }
    long cell = content.cell(message.tape(), message.root());
    return cell == Tape.ABSENT ? null : new Values(message.tape(), cell);
  }

  /// The answer to a message of another kind.
  Decoded.Undecodable wrongKind(Unpacked.Message message) {
    return new Decoded.Undecodable(
        new Refused(
            Refusal.UNSUPPORTED_TYPE,
            "the message is %s of %s, must be %s of %s"
                .formatted(
                    message.format().word(),
                    message.format().standard().word(),
                    format.word(),
                    format.standard().word())));
  }

  /// Writes a message.
  ///
  /// @param stationId who sends it, 0 to 4,294,967,295; SAE's frame has no place for it
  Packed pack(long stationId, Filling filling) {
    try {
      Draft draft = new Draft(format.type());
      draft.put(number, format.messageId());
      if (version != null && station != null) {
        draft.put(version, format.version());
        draft.put(station, stationId);
      }
      long cell = draft.sequence(type());
      draft.put(content, cell);
      filling.fill(draft, cell);
      byte[] bytes = draft.encode();
      if (bytes.length > Unpacker.MESSAGE_BYTES_MAX) {
        throw new Malformed(
            Refusal.TOO_LARGE,
            "the message has "
                + bytes.length
                + " bytes, must be at most "
                + Unpacker.MESSAGE_BYTES_MAX,
            Malformed.NO_OFFSET);
      }
      return new Packed.Bytes(bytes);
    } catch (Malformed malformed) {
      return Packed.of(malformed);
    }
  }

  /// What stops packing: a value that the target has no place for and that cannot be left out.
  static Malformed impossible(String reason) {
    return new Malformed(Refusal.OUT_OF_RANGE, reason, Malformed.NO_OFFSET);
  }
}
