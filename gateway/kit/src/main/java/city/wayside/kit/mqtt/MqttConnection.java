package city.wayside.kit.mqtt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One client's connection, from connecting to its end; it is never opened twice. Every message it
/// takes is told to the listener exactly once: acknowledged, written or lost.
///
/// Event loop only. It has no timer of its own: [#look(long)] must be called about once a second.
public final class MqttConnection {

  private enum State {
    CONNECTING,
    OPEN,
    CLOSING,
    CLOSED
  }

  private record Waiting(byte[] topic, byte[] payload, int qos, long givenNs) {}

  private static final long NS_PER_MS = 1_000_000;
  private static final int REFUSED = 0x80;
  private static final int SERVER_MOVED = 0x9D;

  private final MqttTarget target;
  private final MqttSession session;
  private final MqttLimits limits;
  private final MqttListener listener;
  private final LongSupplier nanoClock;
  private final Queue<Waiting> waiting = new ArrayDeque<>(2);
  private final InFlight inFlight = new InFlight();
  private final String clientId;

  private State state = State.CONNECTING;
  private boolean started;
  private long startedNs;
  private boolean accepted;
  private boolean finishing;
  private @Nullable NetSocket socket;
  private int window;
  private int lastPacketId;
  private long lastWriteNs;

  /// A connection with a fresh session.
  ///
  /// @param nanoClock nanoseconds of any origin
  public MqttConnection(
      MqttTarget target,
      String clientId,
      MqttLimits limits,
      MqttListener listener,
      LongSupplier nanoClock) {
    this(target, MqttSession.fresh(), clientId, limits, listener, nanoClock);
  }

  /// A connection that waits for [#connect(NetClient)]; messages may be given at once.
  ///
  /// @param nanoClock nanoseconds of any origin
  public MqttConnection(
      MqttTarget target,
      MqttSession session,
      String clientId,
      MqttLimits limits,
      MqttListener listener,
      LongSupplier nanoClock) {
    this.target = target;
    this.session = session;
    this.clientId = clientId;
    this.limits = limits;
    this.listener = listener;
    this.nanoClock = nanoClock;
  }

  /// Starts to connect, once; the listener is told how it went.
  ///
  /// @param net opens sockets on the event loop that calls
  public void connect(NetClient net) {
    started = true;
    startedNs = nanoClock.getAsLong();
    ConnectOptions options = new ConnectOptions().setHost(target.host()).setPort(target.port());
    MqttTls tls = target.tls();
    if (tls != null) {
      options.setSsl(true).setSslOptions(tls.options());
    }
    net.connect(options)
        .onComplete(this::connected, failure -> end("no connection: " + failure.getMessage()));
  }

  private void connected(NetSocket opened) {
    if (state == State.CLOSED) {
      opened.close();
      return;
    }
    socket = opened;
    PacketReader reader = new PacketReader(target.version(), new Answers());
    opened.handler(received -> reader.feed(received.getBytes()));
    opened.exceptionHandler(broken -> end("broken: " + broken.getMessage()));
    opened.closeHandler(gone -> end("closed by the server"));
    opened.drainHandler(drained -> sendWaiting());
    write(Packets.connect(target, clientId, session, limits.keepAliveS()));
  }

  /// Gives a message to the connection: sent at once, or when there is room.
  ///
  /// @param qos 0 or 1
  public void publish(byte[] topic, byte[] payload, int qos) {
    long nowNs = nanoClock.getAsLong();
    if (state == State.CLOSED || state == State.CLOSING) {
      listener.lost(1);
    } else if (waiting.isEmpty() && hasRoom()) {
      send(topic, payload, qos, nowNs);
    } else {
      if (waiting.size() >= limits.waitingMax()) {
        waiting.remove();
        listener.lost(1);
      }
      waiting.add(new Waiting(topic, payload, qos, nowNs));
    }
  }

  /// Asks for the messages of a topic filter; only while open.
  ///
  /// @param qos the highest in which they are wanted, 0 or 1
  /// @return by which [MqttListener#subscribed(int, int)] tells that it is granted; 0 when not open
  public int subscribe(String filter, int qos) {
    if (state != State.OPEN) {
      return 0;
    }
    int packetId = nextPacketId();
    write(Packets.subscribe(target.version(), packetId, filter, qos));
    return packetId;
  }

  private boolean hasRoom() {
    return (state == State.OPEN || state == State.CLOSING)
        && inFlight.count() < window
        && socket != null
        && !socket.writeQueueFull();
  }

  private void send(byte[] topic, byte[] payload, int qos, long givenNs) {
    if (qos == 0) {
      write(Packets.publish(target.version(), topic, payload, 0, 0));
      listener.written();
      return;
    }
    int packetId = nextPacketId();
    inFlight.add(packetId, givenNs);
    write(Packets.publish(target.version(), topic, payload, 1, packetId));
  }

  private int nextPacketId() {
    // Ids are in use for seconds at most, so 65,535 of them are never used up by the window.
    lastPacketId = lastPacketId % 65_535 + 1;
    return lastPacketId;
  }

  private void write(byte[] packet) {
    lastWriteNs = nanoClock.getAsLong();
    if (socket != null) {
      socket.write(Buffer.buffer(packet));
    }
  }

  private void sendWaiting() {
    while (!waiting.isEmpty() && hasRoom()) {
      Waiting next = waiting.remove();
      send(next.topic, next.payload, next.qos, next.givenNs);
    }
    if (state == State.CLOSING && waiting.isEmpty() && inFlight.count() == 0) {
      goodBye();
    }
  }

  /// Gives up what waits too long and keeps the connection alive; call about once a second.
  public void look(long nowNs) {
    if (state == State.CONNECTING
        && started
        && isOlder(startedNs, limits.connectTimeoutMs(), nowNs)) {
      end("no answer in time");
      return;
    }
    int expired = inFlight.removeOlder(nowNs, limits.ackTimeoutMs() * NS_PER_MS);
    if (expired > 0) {
      listener.lost(expired);
    }
    if (accepted && state != State.CLOSED) {
      if (isOlder(lastWriteNs, limits.keepAliveS() * 750L, nowNs)) {
        write(Packets.ping());
      }
      sendWaiting();
    }
  }

  private static boolean isOlder(long sinceNs, long ageMs, long nowNs) {
    return nowNs - sinceNs > ageMs * NS_PER_MS;
  }

  /// True when nothing is waiting or unacknowledged.
  public boolean isSettled() {
    return pending() == 0;
  }

  /// Messages that were given and are neither acknowledged nor lost yet.
  public int pending() {
    return inFlight.count() + waiting.size();
  }

  /// Ends the connection once all is acknowledged; takes nothing more.
  public void finish() {
    if (state == State.OPEN) {
      state = State.CLOSING;
      sendWaiting();
    } else if (state == State.CONNECTING) {
      finishing = true;
    }
  }

  /// Ends the connection now; what is not acknowledged is lost.
  public void close() {
    if (state != State.CLOSED) {
      goodBye();
    }
  }

  private void goodBye() {
    if (accepted) {
      write(Packets.disconnect());
    }
    end("");
  }

  private void end(String reason) {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    int lost = pending();
    inFlight.clear();
    waiting.clear();
    if (socket != null) {
      socket.close();
    }
    if (lost > 0) {
      listener.lost(lost);
    }
    listener.closed(accepted, reason);
  }

  private final class Answers implements PacketReader.Heard {

    @Override
    public void connAck(Answer answer) {
      if (answer.code() != 0) {
        leave(answer, "refused with code 0x%02x");
      } else if (state == State.CONNECTING) {
        accepted = true;
        state = State.OPEN;
        window = Math.max(1, Math.min(limits.inFlightMax(), answer.receiveMax()));
        if (answer.isSessionPresent()) {
          listener.resumed();
        }
        listener.opened();
        sendWaiting();
        if (finishing) {
          finish();
        }
      }
    }

    @Override
    public void pubAck(int packetId, int code) {
      int place = inFlight.find(packetId);
      if (place >= 0) {
        long latencyNs = nanoClock.getAsLong() - inFlight.sinceNs(place);
        inFlight.remove(place);
        listener.acknowledged(code, latencyNs);
        sendWaiting();
      }
    }

    @Override
    public void subAck(int packetId, int code) {
      if (code >= REFUSED) {
        end("subscription refused with code 0x%02x".formatted(code));
      } else {
        listener.subscribed(packetId, code);
      }
    }

    @Override
    public void message(String topic, byte[] payload, int qos, int packetId) {
      listener.message(topic, payload);
      if (qos > 0) {
        write(Packets.pubAck(packetId));
      }
    }

    @Override
    public void disconnect(Answer answer) {
      leave(answer, "disconnected with code 0x%02x");
    }

    private void leave(Answer answer, String reason) {
      MqttTarget elsewhere =
          answer.isRedirect() ? target.elsewhere(answer.serverReference()) : null;
      if (elsewhere != null && state != State.CLOSED) {
        listener.redirected(elsewhere, answer.code() == SERVER_MOVED);
      }
      end(reason.formatted(answer.code()));
    }

    @Override
    public void garbled(String reason) {
      end(reason);
    }
  }
}
