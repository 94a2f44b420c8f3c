package city.wayside.kit.load;

import city.wayside.kit.coap.CoapClients;
import city.wayside.kit.coap.CoapConnection;
import city.wayside.kit.coap.CoapListener;
import city.wayside.kit.coap.CoapPackets;
import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.model.message.MessageKind;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Connections over CoAP, plain or over DTLS.
final class CoapLinks implements Links {

  private static final int JSON = 50;
  private static final int OCTETS = 42;

  /// Longer than a message takes to be given up by itself (MAX_TRANSMIT_WAIT, RFC 7252 §4.8.2).
  private static final int ANSWER_S_MAX = 100;

  private final CoapClients clients;

  /// @throws IOException when there is no DTLS
  CoapLinks(CoapTarget target, CoapTiming timing, LongSupplier nanoClock, long seed)
      throws IOException {
    this.clients = CoapClients.of(target, timing, nanoClock, seed);
  }

  @Override
  public EventLoop loop() {
    return clients.loop();
  }

  @Override
  public Link link(Sender sender) {
    return new CoapLink(sender);
  }

  @Override
  public long answerNsMax() {
    return TimeUnit.SECONDS.toNanos(ANSWER_S_MAX);
  }

  @Override
  public void close() {
    clients.close();
  }

  /// One vehicle's socket, and its DTLS session.
  private final class CoapLink implements Link, CoapListener {
    private final Sender sender;
    private final CoapConnection connection;
    private final Map<MessageKind, byte[]> answered = new EnumMap<>(MessageKind.class);
    private final Map<MessageKind, byte[]> unanswered = new EnumMap<>(MessageKind.class);
    private boolean isOpen;
    private @Nullable String failure;

    CoapLink(Sender sender) {
      this.sender = sender;
      this.connection = clients.connection(sender.stationId(), this);
    }

    @Override
    public void connect() {
      connection.connect();
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    @Override
    public boolean isWritable() {
      return connection.mayPost();
    }

    @Override
    public int unansweredMax() {
      return 1;
    }

    @Override
    public void put(MessageKind kind, byte[] payload, int id) {
      boolean isSent;
      if (id == 0) {
        byte[] options = unanswered.computeIfAbsent(kind, what -> options(what, payload, false));
        isSent = connection.postUnacknowledged(0, options, payload);
      } else {
        byte[] options = answered.computeIfAbsent(kind, what -> options(what, payload, true));
        isSent = connection.post(id, options, payload);
      }
      if (!isSent) {
        throw new IllegalStateException("the vehicle did not ask whether there is room");
      }
    }

    /// A vehicle writes all its messages of a kind in one format.
    private byte[] options(MessageKind kind, byte[] payload, boolean isAnswered) {
      int format = payload.length > 0 && payload[0] == '{' ? JSON : OCTETS;
      return CoapPackets.options(Sender.path(sender.stationId(), kind), format, isAnswered);
    }

    @Override
    public void flush() {}

    @Override
    public void leave() {
      connection.close();
    }

    @Override
    public void fail(String reason) {
      failure = reason;
      connection.close();
    }

    @Override
    public void opened() {
      isOpen = true;
      sender.opened();
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      isOpen = false;
      // The vehicle does not hear of it when it was the one to leave.
      sender.ended(this, failure == null ? reason : failure);
    }

    @Override
    public void answered(int token, int code) {
      sender.answered(token, code);
    }

    @Override
    public void lost(int token) {
      sender.lost(token);
    }

    @Override
    public void sentAgain() {
      sender.sentAgain();
    }

    @Override
    public void roomAgain() {
      sender.roomAgain();
    }
  }
}
