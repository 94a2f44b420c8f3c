package city.wayside.town.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `mqtt://host:port`, `coap://host:port` and `coaps://host:port`.
final class Targets implements ITypeConverter<Targets.Address> {

  /// What is spoken with a server.
  enum Scheme {
    /// MQTT over TCP.
    MQTT(1883),
    /// CoAP over UDP.
    COAP(5683),
    /// CoAP over DTLS.
    COAPS(5684);

    private final int port;

    Scheme(int port) {
      this.port = port;
    }
  }

  /// A server's address.
  ///
  /// @param scheme what is spoken
  /// @param host name or address
  /// @param port the one that is given, or the usual one
  record Address(Scheme scheme, String host, int port) {}

  @Override
  public Address convert(String text) {
    try {
      URI url = new URI(text);
      for (Scheme scheme : Scheme.values()) {
        boolean isIt = scheme.name().equalsIgnoreCase(url.getScheme()) && url.getHost() != null;
        if (isIt && url.getPort() != 0 && url.getPort() <= 65_535) {
          return new Address(
              scheme, url.getHost(), url.getPort() < 0 ? scheme.port : url.getPort());
        }
      }
    } catch (URISyntaxException _) {
      // Told below, with what is allowed.
    }
    throw new TypeConversionException(
        "\"" + text + "\"; allowed are mqtt://host:port, coap://host:port and coaps://host:port");
  }
}
