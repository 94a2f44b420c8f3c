package city.wayside.messages.envelope;

import java.util.ArrayList;
import java.util.List;

/// Who signed, as far as the data say (IEEE 1609.2 §6.3).
public sealed interface SignerIdentifier {

  /// How many certificates a sender may attach. ETSI TS 103 097 §5.2 allows one; chains of IEEE
  /// 1609.2 lead from the station to the root in fewer than these.
  int CERTIFICATES_MAX = 8;

  /// A certificate that the receiver is to know already.
  ///
  /// @param hashedId8 the last 8 bytes of the certificate's hash
  record Digest(Slice hashedId8) implements SignerIdentifier {}

  /// The certificate itself.
  ///
  /// @param certificates the signer's certificate, then those up its chain that are attached
  record Certificate(List<Slice> certificates) implements SignerIdentifier {

    /// Certificates that nobody changes.
    public Certificate {
      certificates = List.copyOf(certificates);
    }
  }

  /// Signed with the key that the data themselves contain.
  record Self() implements SignerIdentifier {}

  /// A way of naming the signer that the standard got later.
  ///
  /// @param tag of the alternative, 3 or more
  /// @param value its encoding
  record Other(int tag, Slice value) implements SignerIdentifier {}

  /// Reads the signer and leaves the cursor where the signature begins.
  static SignerIdentifier read(ByteCursor in) throws Unreadable {
    int tag = Coer.choice(in, "SignedData.signer");
    return switch (tag) {
      case 0 -> new Digest(in.take(8, "signer.digest"));
      case 1 -> certificates(in);
      case 2 -> new Self();
      default -> new Other(tag, Coer.octets(in, "SignedData.signer"));
    };
  }

  private static Certificate certificates(ByteCursor in) throws Unreadable {
    int count = Coer.quantity(in, "signer.certificate", CERTIFICATES_MAX);
    List<Slice> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int from = in.index();
      Certificates.skip(in);
      found.add(in.since(from));
    }
    return new Certificate(found);
  }
}
