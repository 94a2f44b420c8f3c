package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Presented;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.californium.elements.UDPConnector;
import org.eclipse.californium.elements.UdpEndpointContextMatcher;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/// Plain UDP. Datagrams that are too long are dropped as Californium does it, and counted.
final class PlainConnector extends UDPConnector {

  private final CoapCounts counts;
  private final int datagramBytesMax;

  private PlainConnector(InetSocketAddress address, Configuration settings, CoapCounts counts) {
    super(address, settings);
    this.counts = counts;
    this.datagramBytesMax = settings.get(UdpConfig.UDP_DATAGRAM_SIZE);
  }

  /// The plain door. Whoever comes through shows nothing but the address that it says it has; that
  /// is its id.
  static Door door(CoapConfig config, Configuration settings, CoapCounts counts) {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    return new Door(
        "coap",
        new PlainConnector(address, settings, counts),
        new UdpEndpointContextMatcher(),
        from -> from.getPeerAddress().getAddress(),
        from -> {
          String text = Asked.text(from.getPeerAddress());
          return new Presented(Peers.PROTOCOL, text, true, null, null, List.of(), List.of(), text);
        },
        false,
        false);
  }

  @Override
  public void processDatagram(DatagramPacket datagram) {
    if (datagram.getLength() > datagramBytesMax) {
      counts.dropped(CoapCounts.Drop.TOO_LONG);
    }
    super.processDatagram(datagram);
  }
}
