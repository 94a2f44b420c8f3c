package city.wayside.kit.mqtt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Arrays;
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

  private final MqttTarget target;
  private final MqttLimits limits;
  private final MqttListener listener;
  private final LongSupplier nanoClock;
  private final Queue<Waiting> waiting = new ArrayDeque<>(2);
  private final String clientId;

  private State state = State.CONNECTING;
  private boolean started;
  private long startedNs;
  private boolean accepted;
  private boolean finishing;
  private @Nullable NetSocket socket;
  private int window;
  private int[] inFlightIds = new int[4];
  private long[] inFlightNs = new long[4];
  private int inFlight;
  private int lastPacketId;
  private long lastWriteNs;

  /// A connection that waits for [#connect(NetClient)]; messages may be given at once.
  ///
  /// @param nanoClock nanoseconds of any origin
  public MqttConnection(
      MqttTarget target,
      String clientId,
      MqttLimits limits,
      MqttListener listener,
      LongSupplier nanoClock) {
    this.target = target;
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
    net.connect(target.port(), target.host())
        .onComplete(this::connected, failure -> end("no connection: " + failure.getMessage()));
  }

  private void connected(NetSocket opened) {
    if (state == State.CLOSED) {
      opened.close();
      return;
    }
    socket = opened;
    PacketReader reader = new PacketReader(target.version(), new Answers());
    opened.handler(reader::feed);
    opened.exceptionHandler(broken -> end("broken: " + broken.getMessage()));
    opened.closeHandler(gone -> end("closed by the server"));
    opened.drainHandler(drained -> sendWaiting());
    write(Packets.connect(target, clientId, limits.keepAliveS()));
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
  public void subscribe(String filter) {
    if (state == State.OPEN) {
      write(Packets.subscribe(target.version(), nextPacketId(), filter));
    }
  }

  private boolean hasRoom() {
    return (state == State.OPEN || state == State.CLOSING)
        && inFlight < window
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
    remember(packetId, givenNs);
    write(Packets.publish(target.version(), topic, payload, 1, packetId));
  }

  private void remember(int packetId, long givenNs) {
    if (inFlight == inFlightIds.length) {
      inFlightIds = Arrays.copyOf(inFlightIds, 2 * inFlight);
      inFlightNs = Arrays.copyOf(inFlightNs, 2 * inFlight);
    }
    inFlightIds[inFlight] = packetId;
    inFlightNs[inFlight++] = givenNs;
  }

  private int nextPacketId() {
    // Ids are in use for seconds at most, so 65,535 of them are never used up by the window.
    lastPacketId = lastPacketId % 65_535 + 1;
    return lastPacketId;
  }

  private void forget(int place) {
    inFlight--;
    inFlightIds[place] = inFlightIds[inFlight];
    inFlightNs[place] = inFlightNs[inFlight];
  }

  private void write(Buffer packet) {
    lastWriteNs = nanoClock.getAsLong();
    if (socket != null) {
      socket.write(packet);
    }
  }

  private void sendWaiting() {
    while (!waiting.isEmpty() && hasRoom()) {
      Waiting next = waiting.remove();
      send(next.topic, next.payload, next.qos, next.givenNs);
    }
    if (state == State.CLOSING && waiting.isEmpty() && inFlight == 0) {
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
    int expired = 0;
    for (int i = inFlight - 1; i >= 0; i--) {
      if (isOlder(inFlightNs[i], limits.ackTimeoutMs(), nowNs)) {
        forget(i);
        expired++;
      }
    }
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
    return inFlight == 0 && waiting.isEmpty();
  }

  /// Messages that were given and are neither acknowledged nor lost yet.
  public int pending() {
    return inFlight + waiting.size();
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
    inFlight = 0;
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
    public void connAck(int code, int receiveMax) {
      if (code != 0) {
        end("refused with code 0x%02x".formatted(code));
      } else if (state == State.CONNECTING) {
        accepted = true;
        state = State.OPEN;
        window = Math.max(1, Math.min(limits.inFlightMax(), receiveMax));
        listener.opened();
        sendWaiting();
        if (finishing) {
          finish();
        }
      }
    }

    @Override
    public void pubAck(int packetId, int code) {
      for (int i = 0; i < inFlight; i++) {
        if (inFlightIds[i] == packetId) {
          long latencyNs = nanoClock.getAsLong() - inFlightNs[i];
          forget(i);
          listener.acknowledged(code, latencyNs);
          sendWaiting();
          return;
        }
      }
    }

    @Override
    public void subAck(int code) {
      if (code >= 0x80) {
        end("subscription refused with code 0x%02x".formatted(code));
      }
    }

    @Override
    public void message(String topic, byte[] payload, int qos, int packetId) {
      if (qos > 0) {
        write(Packets.pubAck(packetId));
      }
      listener.message(topic, payload);
    }

    @Override
    public void disconnect(int code) {
      end("disconnected with code 0x%02x".formatted(code));
    }

    @Override
    public void garbled(String reason) {
      end(reason);
    }
  }
}
