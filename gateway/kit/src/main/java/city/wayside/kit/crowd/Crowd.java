package city.wayside.kit.crowd;

import city.wayside.kit.mqtt.MqttSession;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.kit.mqtt.Packets;
import city.wayside.kit.net.ClientSockets;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Clients that are connected and say nothing. What is asked of them is asked from any thread and
/// done on the crowd's own event loop; one thing at a time.
public final class Crowd implements AutoCloseable {

  static final MqttVersion VERSION = MqttVersion.V5;

  /// Clients served before the event loop does something else, so that answers are read meanwhile.
  private static final int TURN_MAX = 100;

  private static final int LOOK_MS = 250;
  private static final long NS_PER_MS = 1_000_000;
  private static final double NS_PER_S = 1e9;
  private static final int DOUBLINGS_MAX = 3;

  private final CrowdOptions options;
  private final LongSupplier nanoClock;
  private final ClientSockets sockets;
  private final EventLoop loop;
  private final MqttTarget target;
  private final RandomGenerator dice;
  private final @Nullable Member[] members;
  private final long[] firstTryNs;
  private final byte[] failures;
  private final Queue<Integer> waiting = new ArrayDeque<>();
  private final SortedMap<String, Long> ended = new TreeMap<>();
  private ArrivalLedger ledger = new ArrivalLedger();
  private Pace pace = new Pace(0, 1);
  private @Nullable CompletableFuture<Arrivals> gathered;
  private @Nullable CompletableFuture<Integer> called;
  private long gatherStartNs;
  private long begun;
  private boolean isWaiting;
  private boolean isAsking;
  private int connecting;
  private int open;
  private int asked;
  private int answered;

  /// How clients come.
  ///
  /// @param perS tries a second of all together; 0 for as fast as they can
  /// @param connectingMax tries that may be under way at the same time
  public record Pace(double perS, int connectingMax) {}

  /// A crowd that is not connected yet.
  ///
  /// @param nanoClock nanoseconds of any origin
  /// @param seed decides how long clients wait after a failure
  /// @throws IOException when there is no TLS
  public Crowd(CrowdOptions options, LongSupplier nanoClock, long seed) throws IOException {
    this.options = options;
    this.nanoClock = nanoClock;
    this.sockets = ClientSockets.to(options.server(), options.isTls(), options.connectTimeoutMs());
    this.loop = sockets.loop();
    this.target =
        MqttTarget.of(options.server().getHostString(), options.server().getPort(), VERSION);
    this.dice = new SplittableRandom(seed);
    this.members = new Member[options.count()];
    this.firstTryNs = new long[options.count()];
    this.failures = new byte[options.count()];
    Future<?> _ = loop.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /// Has everyone connect who is not, again and again until all are.
  ///
  /// @return how it went, when all are connected
  public CompletionStage<Arrivals> gather(Pace how) {
    CompletableFuture<Arrivals> done = new CompletableFuture<>();
    loop.execute(() -> {
      ledger = new ArrivalLedger();
      ended.clear();
      pace = how;
      gathered = done;
      gatherStartNs = nanoClock.getAsLong();
      begun = 0;
      waiting.clear();
      Arrays.fill(firstTryNs, 0);
      Arrays.fill(failures, (byte) 0);
      for (int place = 0; place < members.length; place++) {
        if (members[place] == null) {
          waiting.add(place);
        }
      }
      connectNext();
      completeGathering();
    });
    return done;
  }

  /// How it goes so far.
  public CompletionStage<Arrivals> arrivals() {
    return CompletableFuture.supplyAsync(() -> ledger.arrivals(), loop);
  }

  /// Cuts all connections off at once, as a power cut would.
  public CompletionStage<Void> scatter() {
    return CompletableFuture.runAsync(() -> endAll(Member::cutOff), loop);
  }

  /// Has all leave with a good-bye.
  public CompletionStage<Void> leave() {
    return CompletableFuture.runAsync(() -> endAll(Member::leave), loop);
  }

  private void endAll(Consumer<Member> end) {
    gathered = null;
    waiting.clear();
    for (int place = 0; place < members.length; place++) {
      Member member = members[place];
      members[place] = null;
      if (member != null) {
        end.accept(member);
      }
    }
    open = 0;
    connecting = 0;
  }

  /// Asks every server connection whether it is alive.
  ///
  /// @param waitMs how long answers are waited for
  public CompletionStage<RollCall> rollCall(int waitMs) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    loop.execute(() -> {
      called = done;
      isAsking = true;
      asked = 0;
      answered = 0;
      ask(0);
    });
    return done.completeOnTimeout(0, waitMs, TimeUnit.MILLISECONDS)
        .thenApplyAsync(_ -> new RollCall(asked, answered, ended), loop);
  }

  private void ask(int from) {
    int place = from;
    for (int turn = 0; turn < TURN_MAX && place < members.length; place++) {
      Member member = members[place];
      if (member != null && member.state() == Member.State.OPEN) {
        asked++;
        turn++;
        member.ping();
      }
    }
    int next = place;
    isAsking = next < members.length;
    if (isAsking) {
      loop.execute(() -> ask(next));
    } else {
      completeRollCall();
    }
  }

  void answered() {
    answered++;
    completeRollCall();
  }

  private void completeRollCall() {
    if (called != null && !isAsking && answered == asked) {
      called.complete(answered);
    }
  }

  byte[] connectPacket(int place) {
    String clientId = "c-" + (options.firstNumber() + place);
    return Packets.connect(target, clientId, MqttSession.fresh(), options.keepAliveS());
  }

  private void connectNext() {
    long nowNs = nanoClock.getAsLong();
    for (int turn = 0; turn < TURN_MAX; turn++) {
      if (waiting.isEmpty() || connecting >= pace.connectingMax() || isEarly(nowNs)) {
        return;
      }
      connect(Objects.requireNonNull(waiting.remove()), nowNs);
    }
    loop.execute(this::connectNext);
  }

  private boolean isEarly(long nowNs) {
    if (pace.perS() == 0) {
      return false;
    }
    long waitNs = gatherStartNs + (long) (begun * NS_PER_S / pace.perS()) - nowNs;
    if (waitNs > 0 && !isWaiting) {
      isWaiting = true;
      Future<?> _ =
          loop.schedule(
              () -> {
                isWaiting = false;
                connectNext();
              },
              waitNs,
              TimeUnit.NANOSECONDS);
    }
    return waitNs > 0;
  }

  private void connect(int place, long nowNs) {
    begun++;
    connecting++;
    if (firstTryNs[place] == 0) {
      firstTryNs[place] = nowNs;
    }
    ledger.tried(nowNs);
    Member member = new Member(this, place, nowNs);
    members[place] = member;
    sockets.connect(member, cause -> member.fail(words(cause)));
  }

  void accepted(Member member) {
    connecting--;
    open++;
    ledger.accepted(firstTryNs[member.place()], nanoClock.getAsLong());
    completeGathering();
    connectNext();
  }

  void refused(Member member, int code) {
    ledger.refused(code);
    tryAgain(member.place());
  }

  void failed(Member member, String reason) {
    ledger.failed(reason);
    tryAgain(member.place());
  }

  private void tryAgain(int place) {
    connecting--;
    members[place] = null;
    pauseAndTryAgain(place);
    connectNext();
  }

  /// While the crowd is gathered; once it was complete nobody comes back unasked.
  @SuppressWarnings("ReferenceEquality") // Asked is whether it is still the same gathering.
  private void pauseAndTryAgain(int place) {
    CompletableFuture<Arrivals> current = gathered;
    if (current == null) {
      return;
    }
    int doublings = Math.min(failures[place]++, DOUBLINGS_MAX);
    long pauseMs = (long) ((options.pauseMs() << doublings) * (0.5 + dice.nextDouble()));
    Future<?> _ =
        loop.schedule(
            () -> {
              if (gathered == current) {
                waiting.add(place);
                connectNext();
              }
            },
            pauseMs,
            TimeUnit.MILLISECONDS);
  }

  void lost(Member member, String reason) {
    open--;
    ended.merge(reason, 1L, Long::sum);
    members[member.place()] = null;
    pauseAndTryAgain(member.place());
  }

  private void completeGathering() {
    CompletableFuture<Arrivals> done = gathered;
    if (done != null && open == members.length) {
      gathered = null;
      done.complete(ledger.arrivals());
    }
  }

  private void look() {
    long oldestNs = nanoClock.getAsLong() - options.connectTimeoutMs() * NS_PER_MS;
    for (Member member : members) {
      if (member != null
          && member.state() == Member.State.CONNECTING
          && member.startedNs() < oldestNs) {
        member.fail("no CONNACK in time");
      }
    }
  }

  /// A fault in a few words, the same for the same kind.
  static String words(Throwable fault) {
    String message = String.valueOf(fault.getMessage());
    // Netty's end with the address.
    int address = message.indexOf(": /");
    String kind = fault.getClass().getSimpleName();
    return kind + ": " + (address < 0 ? message : message.substring(0, address));
  }

  /// Cuts off who is still connected.
  @Override
  public void close() {
    sockets.close();
  }
}
