package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.PacketReader;
import city.wayside.edge.endpoint.mqtt.transport.Door;
import city.wayside.edge.endpoint.mqtt.transport.Handshakes;
import city.wayside.edge.endpoint.mqtt.transport.Listener;
import city.wayside.edge.endpoint.mqtt.transport.Wire;
import city.wayside.edge.endpoint.mqtt.transport.WireLoop;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Receipts;
import city.wayside.edge.inbound.topic.UpTopicReader;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.session.SessionState;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop with its share of the connections. Everything here happens on it, unless a method
/// says otherwise.
final class MqttLoop implements Acknowledger {

  private static final Logger LOG = LoggerFactory.getLogger(MqttLoop.class);

  /// How often silent clients and due saves are looked for.
  private static final long LOOK_EVERY_MS = 1000;

  /// How often it is measured how late the loop is.
  private static final long TICK_MS = 100;

  /// After so many deliveries clients are heard again: about a millisecond's work.
  private static final int DELIVERIES_PER_TURN = 1000;

  private final MqttParts parts;
  private final EventLoop eventLoop;
  private final PacketReader reader;
  private final WireLoop wires;
  private final Handshakes handshakes;
  private final Welcome welcome;
  private final UpTopicReader upTopics;
  private final Publishing publishing;
  private final Subscribing subscribing;
  private final Sessions sessions;
  private final Notices notices;
  private final Arrivals arrivals;
  private final Set<MqttConnection> connections = new LinkedHashSet<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final int number;
  private long tickedNs;
  private long lookedMs;
  private long sequence = -1;
  private boolean isPaused;
  private boolean isStopping;

  MqttLoop(MqttParts parts, int number, EventLoop eventLoop, Executor handshakeWorkers) {
    MqttConfig config = parts.config();
    this.parts = parts;
    this.number = number;
    this.eventLoop = eventLoop;
    this.reader = new PacketReader(config.limits().ofPackets());
    this.wires = new WireLoop(config.limits().assemblyBytesMax());
    this.handshakes =
        new Handshakes(config.tls().handshakesAtOnceMax(), eventLoop, handshakeWorkers);
    this.welcome = new Welcome(config);
    this.upTopics = new UpTopicReader(config.queueLayout().inQueue());
    this.publishing = new Publishing(this);
    this.subscribing = new Subscribing(this);
    this.sessions = new Sessions(this);
    this.notices = new Notices(this);
    this.arrivals = new Arrivals(config.limits().arrivalsMax(), this::acceptOrNot);
  }

  /// Listens at a door. Any thread.
  Future<Listener> open(Door door) {
    return Listener.open(eventLoop, wires, handshakes, door)
        .onSuccess(listener ->
            run(() -> {
              listeners.add(listener);
              acceptOrNot();
            }));
  }

  /// Starts to look for what is due. Any thread.
  void start() {
    run(() -> {
      tickedNs = eventLoop.ticker().nanoTime();
      lookedMs = nowMs();
      ScheduledFuture<?> _ =
          eventLoop.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    });
  }

  /// A connection for a new wire.
  MqttConnection connection(Wire wire) {
    MqttConnection connection = new MqttConnection(this, wire);
    connections.add(connection);
    if (isPaused) {
      connection.hold();
    }
    return connection;
  }

  MqttParts parts() {
    return parts;
  }

  PacketReader reader() {
    return reader;
  }

  Welcome welcome() {
    return welcome;
  }

  UpTopicReader upTopics() {
    return upTopics;
  }

  Publishing publishing() {
    return publishing;
  }

  Subscribing subscribing() {
    return subscribing;
  }

  Notices notices() {
    return notices;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  long nowMs() {
    return parts.clock().millis();
  }

  /// The newest item of the log that its connections were offered.
  long sequence() {
    return sequence;
  }

  /// True while no client is heard.
  boolean isPaused() {
    return isPaused;
  }

  boolean isStopping() {
    return isStopping;
  }

  /// Has something done on this event loop, and sent what it writes. Any thread.
  void run(Runnable work) {
    eventLoop.execute(() -> {
      work.run();
      wires.sendAll();
    });
  }

  /// Has something done on this event loop later.
  void runIn(long delayMs, Runnable work) {
    ScheduledFuture<?> _ = eventLoop.schedule(() -> run(work), delayMs, TimeUnit.MILLISECONDS);
  }

  @Override
  public void acknowledge(Receipts receipts) {
    run(() -> publishing.acknowledge(receipts));
  }

  // ---- connections

  /// A client is welcome.
  ///
  /// @param isCleanStart true when its session from before ends
  /// @param previous its session from before; absent for a new one
  void entered(MqttConnection connection, boolean isCleanStart, @Nullable SessionState previous) {
    parts.counts().accepted();
    MqttConnection older = parts.connected().enter(connection);
    if (older == connection) {
      connection.end(Ending.TAKEN_OVER);
      return;
    }
    if (older != null) {
      older.loop().run(() -> older.end(Ending.TAKEN_OVER));
    }
    parts.wills().back(connection.id(), isCleanStart);
    if (previous != null) {
      sessions.restore(connection, previous);
    }
    if (connection.visit().expiryS() > 0) {
      connection.visit().hasNews();
    }
  }

  /// A client that was welcome has left.
  void left(MqttConnection connection, Ending ending) {
    Visit visit = connection.visit();
    subscribing.forget(connection);
    parts.connected().leave(connection);
    parts.connected().givePlaceBack();
    parts.intake().accounts().disconnected(visit.account(), nowMs());
    if (ending != Ending.TAKEN_OVER || parts.connected().of(visit.clientId()) == null) {
      CompletionStage<Void> _ = parts.desk().save(visit.state(false, sequence, nowMs()));
    }
    parts.wills().left(connection, ending);
  }

  /// A connection has ended, welcome or not.
  void ended(MqttConnection connection) {
    connections.remove(connection);
  }

  private void tick() {
    long nowMs = nowMs();
    // By the loop's own ticker: the clock of messages may be set, or run faster in a replay.
    long tickNs = eventLoop.ticker().nanoTime();
    long lagMs = TimeUnit.NANOSECONDS.toMillis(tickNs - tickedNs) - TICK_MS;
    parts.intake().loopLag(number, Math.max(0, lagMs));
    tickedNs = tickNs;
    // A clock that was set back starts a new interval.
    if (nowMs - lookedMs >= LOOK_EVERY_MS || nowMs < lookedMs) {
      lookedMs = nowMs;
      look(nowMs);
    }
  }

  private void look(long nowMs) {
    MqttConfig config = parts.config();
    for (MqttConnection each : new ArrayList<>(connections)) {
      each.look(nowMs);
      if (each.isOpen()
          && each.visit()
              .isSaveDue(
                  nowMs, config.sessions().saveEveryMs(), config.sessions().refreshEveryMs())) {
        CompletionStage<Void> _ = parts.desk().save(each.visit().state(true, sequence, nowMs));
      }
    }
    subscribing.look(nowMs);
    parts.desk().goOn();
    parts.offenders().tell(nowMs);
    wires.sendAll();
  }

  // ---- what goes down

  /// Takes what is retained, and what is new in the log. Any thread.
  void retained(List<LoggedItem> items) {
    run(() -> items.forEach(subscribing::retain));
  }

  /// Takes what is new in the log, in turns between which clients are heard. Any thread.
  ///
  /// @return done when the connections were offered all of it
  CompletableFuture<Void> deliver(List<LoggedItem> items) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    run(() -> deliverFrom(0, items, done));
    return done;
  }

  private void deliverFrom(int first, List<LoggedItem> items, CompletableFuture<Void> done) {
    int place = first;
    for (int work = 0; place < items.size() && work < DELIVERIES_PER_TURN; place++) {
      work += 1 + deliverOrTell(items.get(place));
    }
    if (place == items.size()) {
      done.complete(null);
      return;
    }
    int next = place;
    run(() -> deliverFrom(next, items, done));
  }

  /// A fault with one item must not stop those after it.
  private int deliverOrTell(LoggedItem item) {
    try {
      return deliver(item);
    } catch (RuntimeException fault) {
      LOG.error("Item {} of what goes down was not delivered", item.sequence(), fault);
      return 0;
    }
  }

  /// Takes one item of the log.
  ///
  /// @return how many connections it was offered to
  private int deliver(LoggedItem item) {
    sequence = Math.max(sequence, item.sequence());
    return switch (item.item()) {
      case DownMessage message -> {
        subscribing.retain(item);
        yield subscribing.deliver(item.sequence(), message);
      }
      case SessionMoved moved -> {
        moved(moved);
        yield 0;
      }
    };
  }

  private void moved(SessionMoved moved) {
    parts.wills().movedTo(moved);
    MqttConnection here = parts.connected().of(moved.clientId());
    if (here != null && here.loop() == this && here.visit().epoch() < moved.epoch()) {
      here.end(Ending.TAKEN_OVER);
    }
  }

  // ---- pressure and stopping

  private void acceptOrNot() {
    boolean isAccepting = !arrivals.isFull();
    listeners.forEach(listener -> listener.accept(isAccepting));
  }

  /// Stops hearing all clients, or hears them again. Any thread.
  void pause(boolean isToPause) {
    run(() -> {
      if (isPaused == isToPause) {
        return;
      }
      isPaused = isToPause;
      for (MqttConnection each : new ArrayList<>(connections)) {
        if (isToPause) {
          each.hold();
        } else {
          each.release();
        }
      }
    });
  }

  /// Takes nothing new from now on: neither connections nor messages. What was not heard is not
  /// acknowledged, and its senders send it again elsewhere. Any thread.
  Future<Void> stopTaking() {
    run(() -> isStopping = true);
    pause(true);
    List<Future<Void>> closing = new ArrayList<>();
    listeners.forEach(listener -> closing.add(listener.close()));
    return Future.join(closing).mapEmpty();
  }

  /// Tells every client to go elsewhere, and closes all. Any thread.
  ///
  /// @param ending why
  /// @param closed called when all have been told
  void close(Ending ending, Runnable closed) {
    run(() -> {
      new HashSet<>(connections).forEach(each -> each.end(ending));
      closed.run();
    });
  }
}
