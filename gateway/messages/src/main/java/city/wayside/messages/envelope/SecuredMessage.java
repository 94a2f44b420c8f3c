package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;
import java.util.Optional;

/// Reads the SecuredMessage of ETSI TS 103 097 up to v1.2.1 (§5.1), which came before IEEE 1609.2
/// was taken over and is not it, far enough to reach the payload:
///
/// ```
/// | version 8 = 2 | header_fields<var> | payload type 8 | data<var> | trailer_fields<var> |
/// ```
///
/// Header fields are passed over: some of them have no length of their own. So the signature is not
/// located, and the message counts as one that nobody can verify.
final class SecuredMessage {

  static final int VERSION = 2;

  /// How many octets a length may take: one for each leading 1 of the first octet, and that octet.
  static final int LENGTH_OCTETS_MAX = 4;

  private static final int UNSECURED = 0;
  private static final int SIGNED = 1;

  private SecuredMessage() {}

  /// Opens a message and leaves the cursor after it.
  static SecuredData read(ByteCursor in) throws Unreadable {
    int from = in.index();
    int version = in.octet("SecuredMessage.protocol_version");
    if (version != VERSION) {
      throw in.malformed(
          "SecuredMessage.protocol_version", 1, "is " + version + ", must be " + VERSION);
    }
    opaque(in, "SecuredMessage.header_fields");
    int type = in.octet("SecuredMessage.payload_field");
    if (type != UNSECURED && type != SIGNED) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "SecuredMessage.payload_field",
          in.atBytes() - 1,
          "has type " + type + ", must be 0 (unsecured) or 1 (signed)");
    }
    Slice payload = opaque(in, "SecuredMessage.payload_field");
    if (payload.lengthBytes() == 0) {
      throw in.malformed("SecuredMessage.payload_field", 1, "is empty");
    }
    opaque(in, "SecuredMessage.trailer_fields");
    return new SecuredData(
        SecuredData.Protocol.TS_103_097_LEGACY,
        type == SIGNED ? SecuredData.Content.SIGNED : SecuredData.Content.UNSECURED,
        in.since(from),
        payload,
        Optional.empty());
  }

  /// A vector with a length of its own (§4): the leading ones of its first octet count the octets
  /// that follow, and the bits after the first 0 are the number.
  private static Slice opaque(ByteCursor in, String field) throws Unreadable {
    int from = in.index();
    int first = in.octet(field);
    int more = Integer.numberOfLeadingZeros(~(first << 24));
    if (more >= LENGTH_OCTETS_MAX) {
      throw in.malformed(
          field, 1, "has a length of " + (more + 1) + " octets, must be 1 to " + LENGTH_OCTETS_MAX);
    }
    long high = first & (0x7F >>> more);
    long length = (high << (8 * more)) | in.unsigned(more, field);
    if (length > in.leftBytes()) {
      throw in.malformed(
          field,
          in.index() - from,
          "has length " + length + ", but " + in.leftBytes() + " are left");
    }
    return in.take((int) length, field);
  }
}
