package city.wayside.kit.coap;

import city.wayside.kit.net.ClientDatagrams;
import city.wayside.model.client.SharedKey;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MessageCallback;
import org.eclipse.californium.elements.RawData;
import org.jspecify.annotations.Nullable;

/// Wires over DTLS 1.2 with pre-shared keys and connection ids, each with a session and an identity
/// of its own.
///
/// A connector of Scandium tells its sessions apart by the peer's address, so to one server it has
/// one session. Here one connector has them all: it believes that every wire leads to another
/// server, 10.x.y.z with the wire's number in it, and what it sends there goes out by that wire's
/// socket to the one server that there is. So ten thousand sessions need one thread and no more
/// memory than their state.
final class DtlsWires implements Wires {

  private static final int PORT = 5684;
  private static final byte NETWORK = 10;
  private static final int NUMBER_MAX = 0xFF_FFFF;

  private final ClientDatagrams sockets;
  private final SharedKeys keys;
  private final RoutedConnector connector;
  private final Map<Integer, DtlsWire> wires = new HashMap<>();
  private int lastNumber;

  /// @throws IOException when Scandium cannot start
  DtlsWires(InetSocketAddress server, SharedKeys keys) throws IOException {
    this.keys = keys;
    this.sockets = ClientDatagrams.to(server);
    this.connector =
        new RoutedConnector(
            sockets.loop(),
            new RoutedConnector.Routes() {
              @Override
              public @Nullable SharedKey key(InetSocketAddress peer) {
                DtlsWire wire = wires.get(number(peer.getAddress()));
                return wire == null ? null : wire.key;
              }

              @Override
              public void send(DatagramPacket datagram) {
                DtlsWire wire = wires.get(number(datagram.getAddress()));
                if (wire != null) {
                  wire.sendBelow(datagram);
                }
              }

              @Override
              public void received(InetSocketAddress peer, byte[] message) {
                DtlsWire wire = wires.get(number(peer.getAddress()));
                if (wire != null) {
                  wire.heard.received(message);
                }
              }
            });
    try {
      connector.start();
    } catch (IOException | RuntimeException failure) {
      sockets.close();
      throw failure;
    }
  }

  @Override
  public EventLoop loop() {
    return sockets.loop();
  }

  @Override
  public Wire wire(long stationId, Wire.Heard heard) {
    lastNumber = lastNumber % NUMBER_MAX + 1;
    return new DtlsWire(lastNumber, keys.of(stationId), heard);
  }

  private static InetSocketAddress address(int number) {
    try {
      byte[] ip = {NETWORK, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
      return new InetSocketAddress(InetAddress.getByAddress(ip), PORT);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }

  private static int number(InetAddress address) {
    byte[] ip = address.getAddress();
    return ((ip[1] & 0xFF) << 16) | ((ip[2] & 0xFF) << 8) | (ip[3] & 0xFF);
  }

  @Override
  public void close() {
    connector.destroy();
    sockets.close();
  }

  /// One session with its socket.
  private final class DtlsWire implements Wire, Wire.Heard, MessageCallback {
    private final int number;
    private final InetSocketAddress address;
    private final @Nullable SharedKey key;
    private final Wire.Heard heard;
    private final Socket socket;
    private boolean isOpen;

    DtlsWire(int number, @Nullable SharedKey key, Wire.Heard heard) {
      this.number = number;
      this.address = address(number);
      this.key = key;
      this.heard = heard;
      this.socket = new Socket(sockets, this);
    }

    @Override
    public void open() {
      if (key == null) {
        loop().execute(() -> heard.failed("no key for this station"));
        return;
      }
      isOpen = true;
      wires.put(number, this);
      socket.open();
    }

    @Override
    public void send(byte[] message) {
      if (isOpen) {
        connector.send(RawData.outbound(message, new AddressEndpointContext(address), this, false));
      }
    }

    private void sendBelow(DatagramPacket datagram) {
      byte[] bytes = new byte[datagram.getLength()];
      System.arraycopy(datagram.getData(), datagram.getOffset(), bytes, 0, bytes.length);
      socket.send(bytes);
    }

    /// Tells the server that the session ends, and forgets it after that went out.
    @Override
    public void close() {
      if (isOpen) {
        isOpen = false;
        connector.close(address);
        loop().execute(this::forget);
      }
    }

    private void forget() {
      wires.remove(number);
      socket.close();
    }

    @Override
    public void opened() {
      heard.opened();
    }

    @Override
    public void received(byte[] message) {
      connector.processDatagram(new DatagramPacket(message, message.length, address));
    }

    @Override
    public void failed(String reason) {
      heard.failed(reason);
    }

    @Override
    public void onError(Throwable error) {
      heard.failed("DTLS: " + error.getMessage());
    }

    @Override
    public void onConnecting() {}

    @Override
    public void onDtlsRetransmission(int flight) {}

    @Override
    public void onContextEstablished(EndpointContext context) {}

    @Override
    public void onSent() {}
  }
}
