package city.wayside.edge.uplink;

import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.account.RefusalLog;
import city.wayside.edge.account.Untold;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Receipts;
import city.wayside.model.account.ClientFiguresSink;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the grid what became of the clients' messages, every few seconds; at once when a client
/// said something of itself, for that is acknowledged when the grid has it.
///
/// Event loops call [#status]; one thread calls [#turn], again and again, and everything else
/// happens there.
public final class AccountTeller {

  private static final Logger LOG = LoggerFactory.getLogger(AccountTeller.class);

  /// Statuses that wait to be told, and who waits for the answer.
  private static final class Statuses {
    private final Set<ClientAccount> accounts = new LinkedHashSet<>();
    private final IdentityHashMap<Acknowledger, Receipts> receipts = new IdentityHashMap<>();
    private int count;

    void add(Inbound inbound) {
      count++;
      accounts.add(inbound.client().account());
      if (inbound.wantsAnswer()) {
        receipts
            .computeIfAbsent(inbound.client().acknowledger(), _ -> new Receipts())
            .add(inbound.client(), inbound.messageId());
      }
    }
  }

  /// What the grid does not surely have yet.
  private record InFlight(Statuses statuses, List<Untold> clients, long refusalsNext) {}

  /// How a try ended; the failure is absent when it was no failure.
  private record Outcome(@Nullable Throwable failure) {}

  private final AccountConfig config;
  private final ClientFiguresSink sink;
  private final ClientAccounts accounts;
  private final RefusalLog refusals;
  private final InstantSource clock;
  private final Telemetry.Counter stored;
  private final Refused full;

  private final Object statusesLock = new Object();
  // Guarded by statusesLock.
  private Statuses gathering = new Statuses();

  private volatile Runnable wake = () -> {};
  private volatile boolean isDraining;
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

  // Of the uplink's thread alone.
  private final Backoff backoff;
  private final long retryMsMin;
  private Statuses failed = new Statuses();
  private @Nullable InFlight inFlight;
  private boolean isInRound;
  private long roundMs;
  private long refusalsNext;

  /// A teller that has told nothing yet.
  ///
  /// @param uplink when to try again
  public AccountTeller(
      AccountConfig config,
      UplinkConfig uplink,
      ClientFiguresSink sink,
      ClientAccounts accounts,
      RefusalLog refusals,
      Telemetry telemetry,
      InstantSource clock) {
    this.config = config;
    this.sink = sink;
    this.accounts = accounts;
    this.refusals = refusals;
    this.clock = clock;
    this.stored = telemetry.counter(Metric.EDGE_MESSAGES_STORED, "");
    this.backoff = new Backoff(uplink.retryMsMin(), uplink.retryMsMax());
    this.retryMsMin = uplink.retryMsMin();
    this.full =
        new Refused(
            Refusal.OVERLOADED,
            config.statusesPendingMax() + " statuses wait for the grid, try again");
    telemetry.gauge(Metric.EDGE_CLIENTS, "", accounts::count);
  }

  /// Has a thread woken whenever [#turn] has something to do at once.
  public void onWork(Runnable wakeUp) {
    wake = wakeUp;
  }

  /// Takes a message whose text is its client's status now. Any thread.
  ///
  /// @return why it is refused; nothing when it is taken
  public @Nullable Refused status(Inbound inbound, String text) {
    synchronized (statusesLock) {
      if (gathering.count >= config.statusesPendingMax()) {
        return full;
      }
      inbound.client().account().status(text);
      gathering.add(inbound);
    }
    wake.run();
    return null;
  }

  /// Has everything told, from now on without waiting. Any thread.
  ///
  /// @return done when no status waits any more
  public CompletableFuture<Void> drain() {
    isDraining = true;
    wake.run();
    return drained;
  }

  /// Does what there is to do. The uplink's thread only; never blocks.
  ///
  /// @return in how many milliseconds there is something to do again, unless it is woken before
  public long turn() {
    Outcome ended = outcome.getAndSet(null);
    if (ended != null) {
      end(ended.failure());
    }
    long nowMs = clock.millis();
    if (inFlight != null) {
      return config.tellEveryMs();
    }
    if (backoff.isFailing() && !backoff.isDue(nowMs)) {
      return retryMsMin;
    }
    Statuses statuses = take();
    if (statuses.count > 0) {
      send(
          statuses,
          accounts.figures(statuses.accounts),
          new RefusalLog.Row(List.of(), refusalsNext));
      return config.tellEveryMs();
    }
    if (isDraining) {
      drained.complete(null);
    }
    return round(nowMs);
  }

  /// Tells what changed, piece by piece, until a round is over.
  private long round(long nowMs) {
    // A clock that was set back starts a new interval.
    roundMs = Math.min(roundMs, nowMs);
    long leftMs = config.tellEveryMs() - (nowMs - roundMs);
    if (!isInRound && leftMs > 0) {
      return leftMs;
    }
    if (!isInRound) {
      isInRound = true;
      roundMs = nowMs;
      accounts.sweep();
    }
    List<Untold> clients = accounts.untold(roundMs, nowMs);
    RefusalLog.Row records = refusals.from(refusalsNext);
    isInRound = !clients.isEmpty();
    if (!clients.isEmpty() || !records.records().isEmpty()) {
      send(new Statuses(), clients, records);
    }
    return config.tellEveryMs();
  }

  private Statuses take() {
    Statuses again = failed;
    if (again.count > 0) {
      failed = new Statuses();
      return again;
    }
    synchronized (statusesLock) {
      Statuses taken = gathering;
      gathering = new Statuses();
      return taken;
    }
  }

  private void send(Statuses statuses, List<Untold> clients, RefusalLog.Row records) {
    inFlight = new InFlight(statuses, clients, records.next());
    CompletionStage<Void> answer;
    try {
      answer = sink.send(clients.stream().map(Untold::figures).toList(), records.records());
    } catch (RuntimeException failure) {
      answered(failure);
      return;
    }
    CompletionStage<Void> _ = answer.whenComplete((nothing, failure) -> answered(failure));
  }

  private void answered(@Nullable Throwable failure) {
    outcome.set(new Outcome(failure));
    wake.run();
  }

  private void end(@Nullable Throwable failure) {
    InFlight answered = inFlight;
    if (answered == null) {
      throw new IllegalStateException("an answer without figures");
    }
    inFlight = null;
    if (failure != null) {
      if (!backoff.isFailing()) {
        LOG.warn(
            "The grid did not take the clients' figures, trying again: {}", failure.toString());
      }
      backoff.failed(clock.millis());
      failed = answered.statuses();
      return;
    }
    backoff.succeeded();
    refusalsNext = answered.refusalsNext();
    for (Untold client : answered.clients()) {
      client.told(clock.millis());
    }
    stored.add(answered.statuses().count);
    answered.statuses().receipts.forEach(Acknowledger::acknowledge);
  }
}
