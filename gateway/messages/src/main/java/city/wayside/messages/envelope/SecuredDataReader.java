package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Ieee1609Dot2Data (IEEE 1609.2 §6.3, version 3), which may contain each other, down to a
/// payload. For one packet; one thread.
final class SecuredDataReader {

  static final int VERSION = 3;

  private static final int UNSECURED_DATA = 0;
  private static final int SIGNED_DATA = 1;
  private static final int ENCRYPTED_DATA = 2;
  private static final int CERTIFICATE_REQUEST = 3;
  private static final int X509_CERTIFICATE_REQUEST = 4;

  /// The presence bits of SignedDataPayload.
  private static final int DATA = 0x40;

  private static final int EXT_DATA_HASH = 0x20;
  private static final int SHA_256_BYTES = 32;

  private final List<Layer> layers;
  private final List<SecuredData> found = new ArrayList<>();
  private int opened;

  /// A reader that tells of each envelope it opens.
  SecuredDataReader(List<Layer> layers) {
    this.layers = layers;
  }

  /// The envelopes that were opened, from the outside in.
  List<SecuredData> found() {
    return found;
  }

  /// Opens an envelope and leaves the cursor after it.
  ///
  /// @return its payload, which is not empty
  Slice read(ByteCursor in) throws Unreadable {
    int from = in.index();
    if (content(in) == SIGNED_DATA) {
      return signed(in, from);
    }
    layers.add(Layer.IEEE_1609_2_DATA);
    Slice payload = opaque(in);
    found.add(
        new SecuredData(
            SecuredData.Protocol.IEEE_1609_2,
            SecuredData.Content.UNSECURED,
            in.since(from),
            payload,
            Optional.empty()));
    return payload;
  }

  /// Opens an envelope of the format before IEEE 1609.2 and leaves the cursor after it.
  ///
  /// @return its payload, which is not empty
  Slice readLegacy(ByteCursor in) throws Unreadable {
    SecuredData data = SecuredMessage.read(in);
    layers.add(Layer.LEGACY_SECURED_MESSAGE);
    found.add(data);
    return data.payload();
  }

  /// The tag of a content that can be reached.
  private int content(ByteCursor in) throws Unreadable {
    if (++opened > EnvelopeReader.SECURED_DATA_MAX) {
      throw new Unreadable(
          Refusal.TOO_LARGE,
          "Ieee1609Dot2Data",
          in.atBytes(),
          "lies in " + EnvelopeReader.SECURED_DATA_MAX + " others, which is as many as are opened");
    }
    int version = in.octet("Ieee1609Dot2Data.protocolVersion");
    if (version != VERSION) {
      throw in.malformed(
          "Ieee1609Dot2Data.protocolVersion", 1, "is " + version + ", must be " + VERSION);
    }
    int tag = Coer.choice(in, "Ieee1609Dot2Data.content");
    return switch (tag) {
      case UNSECURED_DATA, SIGNED_DATA -> tag;
      case ENCRYPTED_DATA ->
          throw unreachable(in, "is encryptedData, whose payload only its recipients can read");
      case CERTIFICATE_REQUEST, X509_CERTIFICATE_REQUEST ->
          throw unreachable(in, "is a certificate request, which carries no message");
      default -> throw unreachable(in, "is alternative " + tag + ", must be 0 to 4");
    };
  }

  private static Unreadable unreachable(ByteCursor in, String problem) {
    return new Unreadable(
        Refusal.UNSUPPORTED_TYPE, "Ieee1609Dot2Data.content", in.atBytes() - 1, problem);
  }

  private static Slice opaque(ByteCursor in) throws Unreadable {
    Slice payload = Coer.octets(in, "Ieee1609Dot2Data.unsecuredData");
    if (payload.lengthBytes() == 0) {
      throw in.malformed("Ieee1609Dot2Data.unsecuredData", 1, "is empty");
    }
    return payload;
  }

  /// SignedData: hashId, tbsData, signer, signature.
  private Slice signed(ByteCursor in, int from) throws Unreadable {
    layers.add(Layer.IEEE_1609_2_DATA);
    int place = found.size();
    HashAlgorithm hashId = HashAlgorithm.read(in);
    int tbsFrom = in.index();
    Slice payload = signedPayload(in);
    HeaderInfo headerInfo = HeaderInfo.read(in);
    Slice tbsData = in.since(tbsFrom);
    SignerIdentifier signer = SignerIdentifier.read(in);
    int signatureFrom = in.index();
    SignatureAlgorithm algorithm = SignatureAlgorithm.skip(in);
    SignedData signed =
        new SignedData(hashId, headerInfo, signer, tbsData, algorithm, in.since(signatureFrom));
    found.add(
        place,
        new SecuredData(
            SecuredData.Protocol.IEEE_1609_2,
            SecuredData.Content.SIGNED,
            in.since(from),
            payload,
            Optional.of(signed)));
    return payload;
  }

  /// SignedDataPayload; one that has only the hash of data elsewhere has no message.
  private Slice signedPayload(ByteCursor in) throws Unreadable {
    int preamble = Coer.preamble(in, "SignedDataPayload", Coer.EXTENDED | DATA | EXT_DATA_HASH);
    if ((preamble & DATA) == 0) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "SignedDataPayload",
          in.atBytes() - 1,
          "has no data, so that the message is elsewhere");
    }
    int from = in.index();
    Slice payload = content(in) == SIGNED_DATA ? signed(in, from) : opaque(in);
    if ((preamble & EXT_DATA_HASH) != 0) {
      if (Coer.choice(in, "SignedDataPayload.extDataHash") == 0) {
        in.skip(SHA_256_BYTES, "SignedDataPayload.extDataHash");
      } else {
        Coer.octets(in, "SignedDataPayload.extDataHash");
      }
    }
    Coer.skipAdditions(in, preamble, "SignedDataPayload");
    return payload;
  }
}
