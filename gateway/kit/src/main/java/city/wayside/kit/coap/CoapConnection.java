package city.wayside.kit.coap;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One client's dealings with its server, from the first datagram to the last. One message at a
/// time waits for its response (NSTART 1, RFC 7252 §4.7); it is sent again as §4.2 has it, and when
/// it is given up the server is, too.
///
/// Event loop only. It has no timer of its own: [#look(long)] must be called a few times a second.
public final class CoapConnection {

  private enum State {
    WAITING,
    CONNECTING,
    OPEN,
    CLOSED
  }

  /// The message under way.
  private static final class UnderWay {
    private final byte[] message;
    private final int messageId;
    private final int token;
    private final long sinceNs;
    private long againNs;
    private long timeoutNs;
    private int retransmissions;
    private boolean isReceived;

    UnderWay(byte[] message, int messageId, int token, long sinceNs, long timeoutNs) {
      this.message = message;
      this.messageId = messageId;
      this.token = token;
      this.sinceNs = sinceNs;
      this.timeoutNs = timeoutNs;
      this.againNs = sinceNs + timeoutNs;
    }
  }

  private static final int NO_TOKEN = CoapReply.NO_TOKEN;
  private static final int IDS = 1 << 16;
  private static final long NS_PER_MS = 1_000_000;

  /// For so long a message id must not be used again (EXCHANGE_LIFETIME, RFC 7252 §4.8.2).
  private static final long ID_LIFETIME_NS = 247_000_000_000L;

  private final Wire wire;
  private final CoapListener listener;
  private final CoapTiming timing;
  private final LongSupplier nanoClock;
  private final RandomGenerator dice;
  private State state = State.WAITING;
  private @Nullable UnderWay underWay;
  private int nextId;
  private int idsUsed;
  private long idsSinceNs;
  private long startedNs;

  CoapConnection(
      WireMaker wires,
      CoapListener listener,
      CoapTiming timing,
      LongSupplier nanoClock,
      RandomGenerator dice) {
    this.wire = wires.wire(new Datagrams());
    this.listener = listener;
    this.timing = timing;
    this.nanoClock = nanoClock;
    this.dice = dice;
    this.nextId = dice.nextInt(IDS);
  }

  /// Makes the wire of a connection.
  @FunctionalInterface
  interface WireMaker {
    Wire wire(Wire.Heard heard);
  }

  /// Asks the server whether it is there, over DTLS after the handshake. Once; not after its end.
  public void connect() {
    if (state != State.WAITING) {
      return;
    }
    state = State.CONNECTING;
    startedNs = nanoClock.getAsLong();
    idsSinceNs = startedNs;
    wire.open();
  }

  /// True when a message that wants an acknowledgement may be sent now.
  public boolean hasRoom() {
    return underWay == null && mayPost();
  }

  /// True when a message that wants none may be sent now.
  public boolean mayPost() {
    return state == State.OPEN
        && (idsUsed < IDS || nanoClock.getAsLong() - idsSinceNs > ID_LIFETIME_NS);
  }

  /// Sends a message that wants an acknowledgement, if there is room.
  ///
  /// @param token by which its response is known, 0 to 65,535
  /// @param options from [CoapPackets#options(String, int, boolean)]
  /// @return false when there is none
  public boolean post(int token, byte[] options, byte[] payload) {
    if (!hasRoom()) {
      return false;
    }
    int messageId = takeId();
    send(CoapPackets.post(CoapPackets.CON, messageId, token, options, payload), messageId, token);
    return true;
  }

  /// Sends a message that wants no acknowledgement, if it may. Whoever wants to know whether a
  /// response comes waits for it.
  ///
  /// @return false when it may not
  public boolean postUnacknowledged(int token, byte[] options, byte[] payload) {
    if (!mayPost()) {
      return false;
    }
    wire.send(CoapPackets.post(CoapPackets.NON, takeId(), token, options, payload));
    return true;
  }

  private void send(byte[] message, int messageId, int token) {
    double factor = 1 + dice.nextDouble() * (timing.ackRandomFactor() - 1);
    long timeoutNs = (long) (timing.ackTimeoutMs() * factor * NS_PER_MS);
    underWay = new UnderWay(message, messageId, token, nanoClock.getAsLong(), timeoutNs);
    wire.send(message);
  }

  private int takeId() {
    if (idsUsed == IDS) {
      idsUsed = 0;
      idsSinceNs = nanoClock.getAsLong();
    }
    idsUsed++;
    nextId = (nextId + 1) % IDS;
    return nextId;
  }

  /// Sends again what was not acknowledged, and gives up what waits too long.
  public void look(long nowNs) {
    if (state == State.CONNECTING && nowNs - startedNs > timing.connectMs() * NS_PER_MS) {
      end("no answer in time");
      return;
    }
    UnderWay message = underWay;
    if (message == null) {
      return;
    }
    if (message.isReceived) {
      if (nowNs - message.sinceNs > timing.responseMs() * NS_PER_MS) {
        end("no response in time");
      }
    } else if (nowNs - message.againNs >= 0) {
      if (message.retransmissions == timing.retransmitsMax()) {
        end("no acknowledgement in time");
      } else {
        message.retransmissions++;
        message.timeoutNs = (long) (message.timeoutNs * timing.backOffFactor());
        message.againNs = nowNs + message.timeoutNs;
        wire.send(message.message);
        listener.sentAgain();
      }
    }
  }

  /// Ends it; a message under way is lost.
  public void close() {
    end("");
  }

  private void end(String reason) {
    if (state == State.CLOSED) {
      return;
    }
    boolean wasOpen = state == State.OPEN;
    boolean wasStarted = state != State.WAITING;
    state = State.CLOSED;
    UnderWay message = underWay;
    underWay = null;
    if (wasStarted) {
      wire.close();
    }
    if (message != null && message.token != NO_TOKEN) {
      listener.lost(message.token);
    }
    listener.closed(wasOpen, reason);
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  private void settled() {
    underWay = null;
    listener.roomAgain();
  }

  private final class Datagrams implements Wire.Heard {

    @Override
    public void opened() {
      if (state == State.CONNECTING) {
        int messageId = takeId();
        send(CoapPackets.empty(CoapPackets.CON, messageId), messageId, NO_TOKEN);
      }
    }

    @Override
    public void failed(String reason) {
      // Once it was there, a server that is away may come back before the message is given up.
      if (state == State.CONNECTING) {
        end(reason);
      }
    }

    @Override
    public void received(byte[] bytes) {
      CoapReply reply = CoapReply.read(bytes);
      if (reply == null || state == State.CLOSED) {
        return;
      }
      switch (reply.type()) {
        case CoapPackets.ACK -> acknowledged(reply);
        case CoapPackets.RST -> reset(reply);
        case CoapPackets.CON -> {
          // Also when it is not known: the first acknowledgement of a response may be lost.
          int type = reply.isResponse() ? CoapPackets.ACK : CoapPackets.RST;
          wire.send(CoapPackets.empty(type, reply.messageId()));
          responded(reply);
        }
        default -> responded(reply);
      }
    }

    private void acknowledged(CoapReply reply) {
      UnderWay message = underWay;
      if (message != null && message.messageId == reply.messageId()) {
        if (reply.code() == CoapCode.EMPTY) {
          message.isReceived = true;
        } else {
          responded(reply);
        }
      }
    }

    private void responded(CoapReply reply) {
      if (!reply.isResponse() || reply.token() == NO_TOKEN) {
        return;
      }
      UnderWay message = underWay;
      listener.answered(reply.token(), reply.code());
      if (message != null && message.token == reply.token() && message == underWay) {
        settled();
      }
    }

    private void reset(CoapReply reply) {
      UnderWay message = underWay;
      if (message == null || message.messageId != reply.messageId()) {
        return;
      }
      if (message.token != NO_TOKEN) {
        listener.lost(message.token);
        settled();
      } else if (state == State.CONNECTING) {
        state = State.OPEN;
        underWay = null;
        listener.opened();
        listener.roomAgain();
      }
    }
  }
}
