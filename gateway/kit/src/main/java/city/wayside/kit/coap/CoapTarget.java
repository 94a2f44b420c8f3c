package city.wayside.kit.coap;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Which server to speak with, and how.
///
/// @param server its address and UDP port
/// @param keys by which clients show over DTLS who they are; nothing for plain CoAP
public record CoapTarget(InetSocketAddress server, @Nullable SharedKeys keys) {

  /// CoAP without DTLS.
  public static CoapTarget plain(InetSocketAddress server) {
    return new CoapTarget(server, null);
  }

  /// CoAP over DTLS with pre-shared keys.
  public static CoapTarget secured(InetSocketAddress server, SharedKeys keys) {
    return new CoapTarget(server, keys);
  }
}
