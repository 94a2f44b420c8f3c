package city.wayside.kit.fleet;

import city.wayside.kit.coap.CoapClients;
import city.wayside.kit.coap.CoapCode;
import city.wayside.kit.coap.CoapConnection;
import city.wayside.kit.coap.CoapListener;
import city.wayside.kit.coap.CoapPackets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What one station says over CoAP: with QoS 1 one CON after the other, with QoS 0 NON, whose
/// responses are waited for as well. The CoAP clients' event loop only.
final class CoapTalk implements CoapListener {

  private record Waiting(byte[] payload, long givenNs) {}

  private static final int JSON = 50;
  private static final int OCTETS = 42;
  private static final int TOKENS = 1 << 16;
  private static final long NS_PER_MS = 1_000_000;

  private final CoapConnection connection;
  private final String path;
  private final FleetOptions options;
  private final Consumer<Consumer<Line.Owner>> tell;
  private final LongSupplier nanoClock;
  private final Queue<Waiting> waiting = new ArrayDeque<>(2);
  private final Map<Integer, Long> givenNsByToken = new LinkedHashMap<>(2);
  private byte[] postOptions = {};
  private int lastToken;
  private boolean isFinishing;
  private boolean isClosed;

  /// @param tell tells the owner, on its own event loop
  CoapTalk(
      CoapClients clients,
      long stationId,
      String path,
      FleetOptions options,
      Consumer<Consumer<Line.Owner>> tell,
      LongSupplier nanoClock) {
    this.path = path;
    this.options = options;
    this.tell = tell;
    this.nanoClock = nanoClock;
    this.connection = clients.connection(stationId, this);
  }

  void connect() {
    connection.connect();
  }

  void publish(byte[] payload, long givenNs) {
    if (isClosed || isFinishing) {
      tell.accept(owner -> owner.lost(1));
      return;
    }
    if (waiting.size() >= options.limits().waitingMax()) {
      waiting.remove();
      tell.accept(owner -> owner.lost(1));
    }
    waiting.add(new Waiting(payload, givenNs));
    sendWaiting();
  }

  private void sendWaiting() {
    while (!waiting.isEmpty() && send(waiting.element())) {
      waiting.remove();
    }
    if (isFinishing && waiting.isEmpty() && givenNsByToken.isEmpty()) {
      connection.close();
    }
  }

  private boolean send(Waiting next) {
    if (postOptions.length == 0) {
      // A station writes all its messages in one format.
      int format = next.payload.length > 0 && next.payload[0] == '{' ? JSON : OCTETS;
      postOptions = CoapPackets.options(path, format, true);
    }
    int token = (lastToken + 1) % TOKENS;
    boolean isSent =
        options.qos() == 0
            ? connection.postUnacknowledged(token, postOptions, next.payload)
            : connection.post(token, postOptions, next.payload);
    if (isSent) {
      lastToken = token;
      givenNsByToken.put(token, next.givenNs);
    }
    return isSent;
  }

  /// Gives up the responses that nobody acknowledges and that do not come.
  void look(long nowNs) {
    if (options.qos() != 0) {
      return;
    }
    long oldestNs = nowNs - options.limits().ackTimeoutMs() * NS_PER_MS;
    for (Iterator<Long> given = givenNsByToken.values().iterator(); given.hasNext(); ) {
      if (given.next() < oldestNs) {
        given.remove();
        tell.accept(owner -> owner.lost(1));
      }
    }
    sendWaiting();
  }

  void finish() {
    isFinishing = true;
    if (!isClosed) {
      sendWaiting();
    }
  }

  void close() {
    connection.close();
  }

  @Override
  public void opened() {
    tell.accept(Line.Owner::opened);
  }

  @Override
  public void answered(int token, int code) {
    Long givenNs = givenNsByToken.remove(token);
    if (givenNs == null) {
      return;
    }
    long latencyNs = nanoClock.getAsLong() - givenNs;
    if (code < CoapCode.REFUSED) {
      tell.accept(owner -> owner.acknowledged(latencyNs));
    } else {
      tell.accept(owner -> owner.refused(CoapCode.word(code), latencyNs));
    }
    if (options.qos() == 0) {
      sendWaiting();
    }
  }

  @Override
  public void lost(int token) {
    if (givenNsByToken.remove(token) != null) {
      tell.accept(owner -> owner.lost(1));
    }
  }

  @Override
  public void sentAgain() {
    tell.accept(Line.Owner::sentAgain);
  }

  @Override
  public void roomAgain() {
    sendWaiting();
  }

  @Override
  public void closed(boolean wasOpen, String reason) {
    isClosed = true;
    int lost = waiting.size() + givenNsByToken.size();
    waiting.clear();
    givenNsByToken.clear();
    if (lost > 0) {
      tell.accept(owner -> owner.lost(lost));
    }
    tell.accept(owner -> owner.closed(wasOpen, reason));
  }
}
