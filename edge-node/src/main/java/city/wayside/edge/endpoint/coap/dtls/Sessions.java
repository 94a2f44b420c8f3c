package city.wayside.edge.endpoint.coap.dtls;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.Definition;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MessageCallback;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.elements.util.Bytes;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.DTLSSession;
import org.eclipse.californium.scandium.dtls.InMemoryReadWriteLockConnectionStore;
import org.eclipse.californium.scandium.dtls.SessionId;
import org.jspecify.annotations.Nullable;

/// The sessions of this node. What is sent to one follows it to the address from which its client
/// was heard last; Scandium alone finds a session only by the address that the message was made
/// for, which may be nobody's by now, or another client's.
///
/// Each session knows by which shared key its client was let in. Scandium does not save that, so
/// that it is kept here for sessions that were taken over. Any thread.
final class Sessions extends InMemoryReadWriteLockConnectionStore {

  /// By which shared key clients were let in whose sessions were taken over.
  private final Map<Bytes, String> takenOver = new ConcurrentHashMap<>();

  /// @param config the connector's
  Sessions(DtlsConnectorConfig config) {
    super(
        config.get(DtlsConfig.DTLS_MAX_CONNECTIONS),
        config.get(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, TimeUnit.SECONDS),
        config.getSessionStore(),
        // Or a session would be given the principal of another one by another key.
        false);
  }

  /// By which shared key the sender of a message was let in, as its mark; empty when it has shown
  /// something else.
  String mark(EndpointContext from) {
    return mark(from.getPeerIdentity(), from.get(DtlsEndpointContext.KEY_SESSION_ID));
  }

  private String mark(@Nullable Principal principal, @Nullable Bytes session) {
    String remembered = DtlsPeer.mark(principal);
    return remembered.isEmpty() && session != null
        ? takenOver.getOrDefault(session, "")
        : remembered;
  }

  /// Ends a session if it is this peer's. On the thread of its connection.
  void endIfOf(DtlsPeer.Known peer, Connection connection) {
    DTLSSession session = connection.getSession();
    if (session != null
        && peer.principal().equals(session.getPeerIdentity())
        && peer.mark().equals(mark(session.getPeerIdentity(), session.getSessionIdentifier()))) {
      remove(connection, true);
    }
  }

  /// Writes by which shared keys clients were let in.
  void writeMarks(OutputStream to) throws IOException {
    Map<Bytes, String> marks = new HashMap<>();
    for (Connection connection : this) {
      DTLSSession session = connection.getEstablishedSession();
      if (session != null) {
        String mark = mark(session.getPeerIdentity(), session.getSessionIdentifier());
        if (!mark.isEmpty()) {
          marks.put(session.getSessionIdentifier(), mark);
        }
      }
    }
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(marks.size());
    for (Map.Entry<Bytes, String> each : marks.entrySet()) {
      out.writeByte(each.getKey().length());
      out.write(each.getKey().getBytes());
      out.writeUTF(each.getValue());
    }
    out.flush();
  }

  /// Reads what [#writeMarks] has written.
  void readMarks(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    for (int count = in.readInt(); count > 0; count--) {
      byte[] session = new byte[in.readUnsignedByte()];
      in.readFully(session);
      takenOver.put(new SessionId(session), in.readUTF());
    }
  }

  /// Sends a message to where its session is now. One whose session is not there any more goes the
  /// usual way, on which Scandium's matcher lets it only to a session of the same client.
  ///
  /// @param sending sends a message to the session that has its address
  void send(RawData message, Consumer<RawData> sending) {
    // While it is held no address changes.
    readLock().lock();
    try {
      Connection session = of(message.getEndpointContext());
      if (session == null) {
        sending.accept(message);
        return;
      }
      InetSocketAddress address = session.getPeerAddress();
      if (address != null && session.equals(connectionsByAddress.get(address))) {
        sending.accept(at(address, message));
        return;
      }
    } finally {
      readLock().unlock();
    }
    // Another client has its address, and its own client was not heard from elsewhere yet. It is
    // as if the network had lost it: what is confirmable is sent again.
    message.onContextEstablished(message.getEndpointContext());
    message.onSent();
  }

  /// By its connection id; by its session id where the client has gone on with it in another
  /// connection.
  private @Nullable Connection of(EndpointContext context) {
    Bytes id = context.get(DtlsEndpointContext.KEY_READ_CONNECTION_ID);
    Connection found = id == null ? null : get(new ConnectionId(id.getBytes()));
    if (found != null || connectionsByEstablishedSession == null) {
      return found;
    }
    Bytes session = context.get(DtlsEndpointContext.KEY_SESSION_ID);
    return session == null || session.isEmpty()
        ? null
        : connectionsByEstablishedSession.get(new SessionId(session.getBytes()));
  }

  private static RawData at(InetSocketAddress address, RawData message) {
    EndpointContext from = message.getEndpointContext();
    if (address.equals(from.getPeerAddress())) {
      return message;
    }
    EndpointContext to = new Moved(address, from);
    return RawData.outbound(message.getBytes(), to, new Told(message), message.isMulticast());
  }

  /// What a message was made for, at another address.
  private static final class Moved extends AddressEndpointContext {

    private final EndpointContext from;

    Moved(InetSocketAddress address, EndpointContext from) {
      super(address, from.getVirtualHost(), from.getPeerIdentity());
      this.from = from;
    }

    @Override
    public <T> @Nullable T get(Definition<T> definition) {
      return from.get(definition);
    }
  }

  /// Tells the sender of a message what becomes of it at another address.
  ///
  /// @param message what it had sent
  private record Told(RawData message) implements MessageCallback {

    @Override
    public void onConnecting() {
      message.onConnecting();
    }

    @Override
    public void onDtlsRetransmission(int flight) {
      message.onDtlsRetransmission(flight);
    }

    @Override
    public void onContextEstablished(EndpointContext context) {
      message.onContextEstablished(context);
    }

    @Override
    public void onSent() {
      message.onSent();
    }

    @Override
    public void onError(Throwable error) {
      message.onError(error);
    }
  }
}
