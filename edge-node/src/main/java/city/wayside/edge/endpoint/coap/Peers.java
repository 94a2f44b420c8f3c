package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Denial;
import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Guests;
import city.wayside.edge.access.Presented;
import city.wayside.edge.access.Review;
import city.wayside.edge.account.ClientAccounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The clients that were let in. CoAP has no connections: the gatekeeper is asked at a client's
/// first request, and the answer remembered until the client is silent for long, its registry
/// record changes, or more clients come than are kept. Any thread.
final class Peers implements Guests {

  /// The name by which the gatekeeper and the accounts know the protocol.
  static final String PROTOCOL = "coap";

  /// Clients that may wait for the gatekeeper's answer at a time.
  static final int ARRIVALS_MAX = 2000;

  /// Of so many that observe one may have to make room for one that comes.
  private static final int PASSED_OVER_MAX = 100;

  private static final Entry.Denied BUSY =
      new Entry.Denied(Denial.BUSY, "too many clients come at once, try again");

  /// The answer to a client that asks for something.
  sealed interface Welcome {

    /// It is in.
    record Known(Peer peer) implements Welcome {}

    /// It must stay outside.
    record Unwelcome(Entry.Denied denied) implements Welcome {}
  }

  private final Gatekeeper gatekeeper;
  private final ClientAccounts accounts;
  private final InstantSource clock;
  private final int countMax;
  private final long idleMs;
  private final Consumer<Peer> onGone;
  private final Consumer<Object> onDenied;
  private final ConcurrentMap<Object, CompletableFuture<Welcome>> arriving =
      new ConcurrentHashMap<>();
  // Guarded by this. The one that was not heard for longest comes first.
  private final LinkedHashMap<Object, Peer> peers = new LinkedHashMap<>(16, 0.75f, true);

  /// Nobody is in.
  ///
  /// @param onGone told of each client that is not in any more
  /// @param onDenied told by what each was known that may not come in any more, after that
  Peers(
      Gatekeeper gatekeeper,
      ClientAccounts accounts,
      CoapLimits limits,
      InstantSource clock,
      Consumer<Peer> onGone,
      Consumer<Object> onDenied) {
    this.gatekeeper = gatekeeper;
    this.accounts = accounts;
    this.clock = clock;
    this.countMax = limits.peersMax();
    this.idleMs = limits.peerIdleMs();
    this.onGone = onGone;
    this.onDenied = onDenied;
  }

  /// The client behind a request; absent when the gatekeeper has to be asked.
  @Nullable Peer known(Asked asked) {
    Peer peer = find(key(asked));
    if (peer == null) {
      return null;
    }
    long nowMs = clock.millis();
    if (peer.isOver(nowMs)) {
      leave(peer);
      return null;
    }
    peer.heard(nowMs);
    return peer;
  }

  /// A client was heard that has asked for nothing: it has acknowledged what it was told.
  synchronized void heard(Peer peer) {
    // Looked up, so that those behind it were heard before it.
    if (peers.get(peer.key()) == peer) {
      peer.heard(clock.millis());
    }
  }

  /// Asks the gatekeeper about the client behind a request; once, however many of its requests come
  /// meanwhile.
  CompletionStage<Welcome> admit(Asked asked) {
    Object key = key(asked);
    AtomicBoolean isFirst = new AtomicBoolean();
    CompletableFuture<Welcome> answer =
        arriving.size() >= ARRIVALS_MAX
            ? arriving.get(key)
            : arriving.computeIfAbsent(
                key,
                _ -> {
                  isFirst.set(true);
                  return new CompletableFuture<>();
                });
    if (answer == null) {
      return CompletableFuture.completedFuture(new Welcome.Unwelcome(BUSY));
    }
    if (isFirst.get()) {
      ask(key, asked.door().presenting().apply(asked.from()), answer);
    }
    return answer;
  }

  private void ask(Object key, Presented presented, CompletableFuture<Welcome> answer) {
    CompletionStage<Void> _ =
        gatekeeper
            .admit(presented)
            .<Welcome>thenApply(entry ->
                switch (entry) {
                  case Entry.Admitted in -> new Welcome.Known(enter(key, presented, in));
                  case Entry.Denied out -> turnedAway(key, out);
                })
            .thenAccept(welcome -> {
              arriving.remove(key);
              answer.complete(welcome);
            });
  }

  private Welcome turnedAway(Object key, Entry.Denied out) {
    if (out.code() == Denial.BAD_CREDENTIALS) {
      // What it has shown holds no longer: it must show something else.
      onDenied.accept(key);
    }
    return new Welcome.Unwelcome(out);
  }

  private Peer enter(Object key, Presented presented, Entry.Admitted in) {
    long nowMs = clock.millis();
    String id = presented.clientId().isEmpty() ? in.grant().name() : presented.clientId();
    Peer peer = new Peer(key, id, in, accounts.connected(id, in.grant(), PROTOCOL, nowMs), nowMs);
    Peer tooMany = null;
    Peer before;
    synchronized (this) {
      before = peers.put(key, peer);
      if (peers.size() > countMax) {
        tooMany = makeRoom();
      }
    }
    gone(before);
    gone(tooMany);
    return peer;
  }

  /// Who observes says nothing for long, and would be the first to go when many addresses come, or
  /// one that invents many. So it is passed over, a few at a time.
  private Peer makeRoom() {
    for (int passed = 0; passed < PASSED_OVER_MAX; passed++) {
      Map.Entry<Object, Peer> silentLongest = peers.firstEntry();
      if (silentLongest.getValue().observations().isEmpty()) {
        break;
      }
      peers.putLast(silentLongest.getKey(), silentLongest.getValue());
    }
    return peers.pollFirstEntry().getValue();
  }

  private static Object key(Asked asked) {
    return asked.door().knowing().apply(asked.from());
  }

  private synchronized @Nullable Peer find(Object key) {
    return peers.get(key);
  }

  private void leave(Peer peer) {
    boolean wasThere;
    synchronized (this) {
      wasThere = peers.remove(peer.key(), peer);
    }
    if (wasThere) {
      gone(peer);
    }
  }

  private void gone(@Nullable Peer peer) {
    if (peer != null) {
      accounts.disconnected(peer.account(), clock.millis());
      onGone.accept(peer);
    }
  }

  /// Forgets those who were silent for long. Now and then.
  void look() {
    long nowMs = clock.millis();
    List<Peer> idle = new ArrayList<>();
    synchronized (this) {
      Iterator<Peer> silentLongest = peers.values().iterator();
      while (silentLongest.hasNext()) {
        Peer peer = silentLongest.next();
        if (peer.isIdle(nowMs, idleMs)) {
          silentLongest.remove();
          idle.add(peer);
        } else if (peer.observations().isEmpty()) {
          // Those behind it were heard later.
          break;
        }
      }
    }
    idle.forEach(this::gone);
  }

  /// Lets everybody go.
  void close() {
    List<Peer> all = all();
    all.forEach(this::leave);
  }

  /// How many are in.
  synchronized int count() {
    return peers.size();
  }

  /// All who are in now.
  synchronized List<Peer> all() {
    return new ArrayList<>(peers.values());
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    all().forEach(each -> names.add(each.grant().name()));
    return names;
  }

  @Override
  public void review(Review review) {
    for (Peer each : all()) {
      switch (review.of(each.admitted())) {
        case Entry.Admitted admitted -> each.admitted(admitted);
        case Entry.Denied _ -> {
          leave(each);
          onDenied.accept(each.key());
        }
      }
    }
  }
}
