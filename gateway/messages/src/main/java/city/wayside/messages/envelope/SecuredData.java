package city.wayside.messages.envelope;

import java.util.Optional;

/// An envelope that secures a payload, or only could have. Nothing has verified it.
///
/// @param protocol which standard and edition
/// @param content how the payload is secured
/// @param data the whole envelope as received, without what follows it
/// @param payload what it envelops
/// @param signedData for signed data of IEEE 1609.2; empty for others
public record SecuredData(
    Protocol protocol,
    Content content,
    Slice data,
    Slice payload,
    Optional<SignedData> signedData) {

  /// The standards that secure messages.
  public enum Protocol {
    /// IEEE 1609.2 from 2016 on, version 3, and ETSI TS 103 097 from v1.3.1 on, which profiles it.
    IEEE_1609_2,
    /// ETSI TS 103 097 up to v1.2.1, which is another format, version 2.
    TS_103_097_LEGACY
  }

  /// How a payload that can be reached is secured; an encrypted one cannot be.
  public enum Content {
    /// Not at all: it can say anything and come from anywhere.
    UNSECURED,
    /// By a signature.
    SIGNED
  }
}
