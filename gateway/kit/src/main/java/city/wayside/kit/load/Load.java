package city.wayside.kit.load;

import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.coap.SharedKeys;
import city.wayside.kit.fleet.Cruise;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.kit.fleet.Ways;
import city.wayside.road.network.RoadNetwork;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Vehicles that together say so many messages a second: message number *n* is due at *n / rate*,
/// whatever became of the ones before. What is asked of a load is asked from any thread and done on
/// its own event loop.
public final class Load implements AutoCloseable {

  private static final long TICK_US = 2000;
  private static final int LOOK_MS = 500;
  private static final int CONNECTING_MAX = 256;
  private static final int PAUSE_MS = 1000;
  private static final int DRAIN_LOOK_MS = 20;

  /// Beacons of one vehicle in one write, when it says as much as it can.
  private static final int BLAST_MAX = 32;

  private final LoadOptions options;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Links links;
  private final EventLoop loop;
  private final RandomGenerator dice;
  private final Sender[] senders;
  private final LoadLedger ledger;
  private final Queue<Sender> waiting = new ArrayDeque<>();
  private final Set<Long> hazardsTaken = new HashSet<>();
  private Schedule schedule;
  private @Nullable CompletableFuture<Void> connected;
  private boolean isLeaving;
  private int connecting;
  private int next;

  /// A load over MQTT whose vehicles are not connected yet.
  ///
  /// @param clock what messages are stamped with
  /// @param nanoClock nanoseconds of any origin; paces the load and measures latencies
  /// @throws IOException when there can be no event loop for it
  /// @throws IllegalArgumentException when nobody can drive on the network
  public Load(LoadOptions options, RoadNetwork network, InstantSource clock, LongSupplier nanoClock)
      throws IOException {
    this(options, new MqttLinks(options.server()), network, clock, nanoClock);
  }

  /// A load over CoAP whose vehicles are not there yet: a beacon that wants an answer is a CON, one
  /// that nobody answers a NON.
  ///
  /// @param keys by which vehicles show over DTLS who they are; nothing for plain CoAP
  /// @param clock what messages are stamped with
  /// @param nanoClock nanoseconds of any origin; paces the load and measures latencies
  /// @throws IOException when there is no DTLS
  /// @throws IllegalArgumentException when nobody can drive on the network
  public static Load overCoap(
      LoadOptions options,
      @Nullable SharedKeys keys,
      RoadNetwork network,
      InstantSource clock,
      LongSupplier nanoClock)
      throws IOException {
    CoapTarget target = new CoapTarget(options.server(), keys);
    Links links = new CoapLinks(target, CoapTiming.standard(), nanoClock, options.seed());
    return new Load(options, links, network, clock, nanoClock);
  }

  private Load(
      LoadOptions options,
      Links links,
      RoadNetwork network,
      InstantSource clock,
      LongSupplier nanoClock) {
    this.options = options;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.links = links;
    this.loop = links.loop();
    this.dice = new SplittableRandom(options.seed());
    this.ledger = new LoadLedger(nanoClock.getAsLong());
    this.schedule = new Schedule(Pace.SILENT, nanoClock.getAsLong());
    Ways ways = new Ways(network);
    PayloadFormat.Encoder encoder = options.format().encoder();
    this.senders = new Sender[options.connections()];
    for (int i = 0; i < senders.length; i++) {
      long stationId = options.firstStationId() + i;
      Cruise cruise = new Cruise(ways, dice, stationId, clock.millis());
      senders[i] = new Sender(this, cruise, stationId, options.format().kind(), encoder);
      waiting.add(senders[i]);
    }
    Future<?> _ = loop.scheduleAtFixedRate(this::tick, TICK_US, TICK_US, TimeUnit.MICROSECONDS);
    Future<?> _ = loop.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /// Has all vehicles connect.
  ///
  /// @return done when all are connected
  public CompletionStage<Void> connect() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(() -> {
      connected = done;
      connectNext();
    });
    return done;
  }

  /// Has the vehicles talk at another pace from now on.
  public CompletionStage<Void> drive(Pace pace) {
    return CompletableFuture.runAsync(
        () -> schedule = new Schedule(pace, nanoClock.getAsLong()), loop);
  }

  /// What became of the load since this was last asked.
  public CompletionStage<LoadCounts> take() {
    return CompletableFuture.supplyAsync(this::takeNow, loop);
  }

  /// Has the vehicles be silent, and waits for the answers.
  ///
  /// @param waitMs how long; what is not answered then stays under way
  /// @return what became of the load since [#take()] was last asked
  public CompletionStage<LoadCounts> drain(int waitMs) {
    CompletableFuture<LoadCounts> done = new CompletableFuture<>();
    long fromNs = nanoClock.getAsLong();
    drive(Pace.SILENT).thenRunAsync(() -> drain(done, fromNs, waitMs), loop);
    return done;
  }

  private void drain(CompletableFuture<LoadCounts> done, long fromNs, int waitMs) {
    boolean isLate = nanoClock.getAsLong() - fromNs > TimeUnit.MILLISECONDS.toNanos(waitMs);
    if (isLate || pending() + waiting() == 0) {
      done.complete(takeNow());
    } else {
      Future<?> _ =
          loop.schedule(() -> drain(done, fromNs, waitMs), DRAIN_LOOK_MS, TimeUnit.MILLISECONDS);
    }
  }

  private int waiting() {
    return Arrays.stream(senders).mapToInt(Sender::waiting).sum();
  }

  private int pending() {
    return Arrays.stream(senders).mapToInt(Sender::pending).sum();
  }

  private LoadCounts takeNow() {
    return ledger.take(nanoClock.getAsLong(), waiting(), pending());
  }

  /// The hazards that the server took, by [Hazards#key(long, int)].
  public CompletionStage<Set<Long>> hazardsTaken() {
    return CompletableFuture.supplyAsync(() -> Set.copyOf(hazardsTaken), loop);
  }

  /// Has all vehicles leave.
  ///
  /// @return what became of the load since [#take()] was last asked
  public CompletionStage<LoadCounts> leave() {
    return CompletableFuture.supplyAsync(
        () -> {
          isLeaving = true;
          schedule = new Schedule(Pace.SILENT, nanoClock.getAsLong());
          for (Sender sender : senders) {
            sender.leave();
          }
          return takeNow();
        },
        loop);
  }

  private void tick() {
    long nowNs = nanoClock.getAsLong();
    if (schedule.pace().isBlast()) {
      blast(nowNs);
      return;
    }
    ledger.skipped(schedule.skipped(nowNs));
    int burst = schedule.pace().burst();
    for (int count = schedule.due(nowNs); count > 0; count -= burst) {
      long dueNs = schedule.dueNs();
      schedule.taken();
      ledger.late(nowNs - dueNs);
      Sender sender = senders[next];
      next = (next + 1) % senders.length;
      for (int i = 0; i < burst; i++) {
        Stream stream = someStream();
        ledger.due(stream);
        sender.say(stream, dueNs);
      }
      sender.flush();
    }
  }

  private Stream someStream() {
    if (options.hazardShare() > 0 && dice.nextDouble() < options.hazardShare()) {
      return Stream.HAZARD;
    }
    return someBeacon();
  }

  private Stream someBeacon() {
    return dice.nextDouble() < options.qos1Share() ? Stream.BEACON_QOS_1 : Stream.BEACON_QOS_0;
  }

  private void blast(long nowNs) {
    for (int turn = 0; turn < senders.length && hasRoom(); turn++) {
      Sender sender = senders[next];
      next = (next + 1) % senders.length;
      for (int i = 0; i < BLAST_MAX && hasRoom(); i++) {
        Stream stream = someBeacon();
        if (!sender.sayBeacon(stream, nowNs)) {
          break;
        }
        ledger.due(stream);
      }
      sender.flush();
    }
  }

  private boolean hasRoom() {
    return ledger.underWay() < schedule.pace().underWayMax();
  }

  private void look() {
    for (Sender sender : senders) {
      sender.look(links.answerNsMax());
    }
  }

  private void connectNext() {
    while (connecting < CONNECTING_MAX && !waiting.isEmpty()) {
      Sender sender = waiting.remove();
      connecting++;
      sender.connect();
    }
  }

  void connectEnded() {
    connecting--;
    CompletableFuture<Void> done = connected;
    if (done != null && ledger.open() == senders.length) {
      done.complete(null);
    }
    if (!isLeaving) {
      connectNext();
    }
  }

  void tryAgain(Sender sender) {
    if (!isLeaving) {
      Future<?> _ =
          loop.schedule(
              () -> {
                waiting.add(sender);
                connectNext();
              },
              PAUSE_MS,
              TimeUnit.MILLISECONDS);
    }
  }

  void hazardTaken(long key) {
    hazardsTaken.add(key);
  }

  Links links() {
    return links;
  }

  LoadLedger ledger() {
    return ledger;
  }

  long nowMs() {
    return clock.millis();
  }

  long nowNs() {
    return nanoClock.getAsLong();
  }

  /// Ends all connections and the event loop.
  @Override
  public void close() {
    links.close();
  }
}
