package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.HandshakeDesk;
import city.wayside.edge.access.Network;
import city.wayside.edge.endpoint.coap.dtls.DtlsCounts.Dropped;
import city.wayside.edge.endpoint.coap.dtls.DtlsCounts.Outcome;
import java.net.DatagramPacket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.californium.scandium.DatagramFilter;
import org.eclipse.californium.scandium.DatagramFilterExtended;
import org.eclipse.californium.scandium.DtlsDatagramFilter;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.Record;
import org.eclipse.californium.scandium.dtls.ResumingServerHandshaker;
import org.eclipse.californium.scandium.dtls.SessionListener;
import org.jspecify.annotations.Nullable;

/// Lets handshakes begin while there is room for them, and counts what becomes of them. A client
/// that is not let begin hears nothing, and tries again by itself as after a loss. Any thread.
final class HandshakeGate implements DatagramFilter, DatagramFilterExtended, SessionListener {

  /// The part of all handshakes that one address may have: one over this.
  private static final int ADDRESS_SHARE = 4;

  private static final Object HAS_FAILED = new Object();

  private final HandshakeDesk desk;
  private final DtlsCounts counts;
  private final DatagramFilter wellFormed = new DtlsDatagramFilter();
  private final int placesMax;
  private final int addressPlacesMax;

  /// The handshakes under way, with the addresses that they come from.
  private final Map<Handshaker, String> underWay = new ConcurrentHashMap<>();

  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  HandshakeGate(HandshakeDesk desk, DtlsCounts counts, int placesMax) {
    this.desk = desk;
    this.counts = counts;
    this.placesMax = placesMax;
    this.addressPlacesMax = Math.max(1, placesMax / ADDRESS_SHARE);
  }

  @Override
  public boolean onReceiving(DatagramPacket packet) {
    if (!wellFormed.onReceiving(packet)) {
      return false;
    }
    return switch (Hello.of(packet)) {
      case NONE -> true;
      case FIRST -> {
        counts.handshake(Outcome.GREETED);
        yield true;
      }
      case WITH_COOKIE -> mayBegin(packet.getAddress().getHostAddress());
    };
  }

  private boolean mayBegin(String address) {
    if (!desk.mayTry(address)) {
      counts.handshake(Outcome.TOO_FAST);
      return false;
    }
    if (underWay.size() >= placesMax
        || byAddress.getOrDefault(Network.of(address), 0) >= addressPlacesMax) {
      counts.handshake(Outcome.BUSY);
      return false;
    }
    return true;
  }

  @Override
  public boolean onReceiving(Record record, Connection connection) {
    return true;
  }

  /// A record that was not made with the key that its session should have. While a handshake goes
  /// on it is the client's last message, and its shared key is wrong or nobody's. It is counted
  /// once for each handshake, and the handshake goes on: the record may be a forgery of somebody
  /// else.
  @Override
  public boolean onMacError(Record record, Connection connection) {
    if (connection.hasOngoingHandshake()
        && !connection.hasEstablishedDtlsContext()
        && connection.getFilterData() == null) {
      connection.setFilterData(HAS_FAILED);
      counts.handshake(Outcome.WRONG_KEY);
      // The address that the handshake was begun from: it was verified, the record's was not.
      desk.failed(DtlsPeer.address(connection.getPeerAddress()));
    }
    return false;
  }

  @Override
  public void onDrop(DatagramPacket packet) {
    counts.dropped(Dropped.DATAGRAM);
  }

  @Override
  public void onDrop(Record record) {
    counts.dropped(Dropped.RECORD);
  }

  @Override
  public void handshakeStarted(Handshaker handshaker) {
    String network = Network.of(DtlsPeer.address(handshaker.getPeerAddress()));
    if (underWay.putIfAbsent(handshaker, network) == null) {
      byAddress.merge(network, 1, Integer::sum);
      counts.handshake(Outcome.BEGUN);
    }
  }

  @Override
  public void contextEstablished(Handshaker handshaker, DTLSContext establishedContext) {
    if (ended(handshaker)) {
      counts.handshake(isShort(handshaker) ? Outcome.RESUMED : Outcome.ESTABLISHED);
    }
  }

  private static boolean isShort(Handshaker handshaker) {
    return handshaker instanceof ResumingServerHandshaker resuming && !resuming.isFullHandshake();
  }

  @Override
  public void handshakeFailed(Handshaker handshaker, Throwable error) {
    if (ended(handshaker)) {
      counts.handshake(Outcome.FAILED);
    }
  }

  private boolean ended(Handshaker handshaker) {
    @Nullable String network = underWay.remove(handshaker);
    if (network == null) {
      return false;
    }
    byAddress.computeIfPresent(network, (_, count) -> count > 1 ? count - 1 : null);
    return true;
  }

  @Override
  public void handshakeCompleted(Handshaker handshaker) {
    // The first message has come; the session is there already.
  }

  @Override
  public void handshakeFlightRetransmitted(Handshaker handshaker, int flight) {
    // Links lose packets.
  }
}
