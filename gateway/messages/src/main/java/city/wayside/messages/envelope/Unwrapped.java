package city.wayside.messages.envelope;

import java.util.List;
import java.util.Optional;

/// Where a message lies in the bytes that were received, and what lies around it. All places are
/// indexes of the array that was read; the array is to be kept unchanged as long as they are used.
///
/// @param original all that was received, to be forwarded unchanged
/// @param message the facility message
/// @param family what the message seems to be
/// @param layers what lies around it, from the outside in; empty for a bare message
/// @param geoNetworking what GeoNetworking's headers say
/// @param btp what the transport header says
/// @param security envelopes that secure, or could have secured, from the outside in; more than one
///   only where signed data were signed again
public record Unwrapped(
    Slice original,
    Slice message,
    MessageFamily family,
    List<Layer> layers,
    Optional<GeoNetworking> geoNetworking,
    Optional<BtpHeader> btp,
    List<SecuredData> security)
    implements Opening {

  /// Lists that nobody changes, and a message within what was received.
  public Unwrapped {
    if (!original.contains(message)) {
      throw new IllegalArgumentException(message + " is not within " + original);
    }
    layers = List.copyOf(layers);
    security = List.copyOf(security);
  }

  /// The outermost signature and what it covers.
  public Optional<SignedData> signedData() {
    return security.stream().flatMap(data -> data.signedData().stream()).findFirst();
  }
}
