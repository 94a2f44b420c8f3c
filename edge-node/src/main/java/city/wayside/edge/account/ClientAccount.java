package city.wayside.edge.account;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.refusal.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/// What became of one client's messages. It outlasts the client's connections as long as there is
/// room for it; counting costs one atomic addition. Any thread.
@SuppressWarnings("EnumOrdinal") // Places in an array of counters, which nobody stores.
public final class ClientAccount {

  private static final Refusal[] CODES = Refusal.values();
  private static final AtomicLongFieldUpdater<ClientAccount> ADMITTED =
      AtomicLongFieldUpdater.newUpdater(ClientAccount.class, "admittedCount");
  private static final AtomicIntegerFieldUpdater<ClientAccount> CONNECTIONS =
      AtomicIntegerFieldUpdater.newUpdater(ClientAccount.class, "connectionsCount");

  private final ClientAccounts owner;
  private final String id;
  private volatile Facts facts;
  private volatile long admittedCount;
  private volatile int connectionsCount;
  private volatile long seenMs;
  private volatile String status = "";
  private volatile boolean isKept;

  /// Made at the first refusal: most clients have none.
  private volatile @Nullable AtomicLongArray refusedCounts;

  // Of the thread that tells the grid.
  private @Nullable ClientFigures told;
  private long toldMs;

  /// What a connection brings.
  private record Facts(String name, ClientRole role, String protocol, long connectedMs) {}

  ClientAccount(ClientAccounts owner, String id, Grant grant, String protocol, long nowMs) {
    this.owner = owner;
    this.id = id;
    this.facts = new Facts(grant.name(), grant.role(), protocol, nowMs);
    this.seenMs = nowMs;
  }

  /// The client's id.
  public String id() {
    return id;
  }

  /// Counts a message that was admitted.
  public void admitted(long nowMs) {
    ADMITTED.getAndIncrement(this);
    seen(nowMs);
  }

  /// Counts a message that was refused.
  public void refused(Refusal code, long nowMs) {
    AtomicLongArray counts = refusedCounts;
    if (counts == null) {
      counts = madeCounts();
    }
    counts.getAndIncrement(code.ordinal());
    seen(nowMs);
  }

  private synchronized AtomicLongArray madeCounts() {
    AtomicLongArray counts = refusedCounts;
    if (counts == null) {
      counts = new AtomicLongArray(CODES.length);
      refusedCounts = counts;
    }
    return counts;
  }

  /// Keeps what the client says of itself.
  ///
  /// @param text at most as long as the setting allows
  public void status(String text) {
    status = text;
  }

  private void seen(long nowMs) {
    seenMs = nowMs;
    if (!isKept) {
      owner.keep(this);
    }
  }

  void connected(Grant grant, String protocol, long nowMs) {
    facts = new Facts(grant.name(), grant.role(), protocol, nowMs);
    CONNECTIONS.getAndIncrement(this);
    seen(nowMs);
  }

  /// One of its connections has ended; a newer one may be there already.
  void disconnected(long nowMs) {
    CONNECTIONS.getAndDecrement(this);
    seen(nowMs);
  }

  /// True while it is in the table.
  void kept(boolean isKeptNow) {
    isKept = isKeptNow;
  }

  /// When it was last heard of.
  long seenMs() {
    return seenMs;
  }

  /// Its figures now.
  ClientFigures figures(String edgeId) {
    Facts known = facts;
    return new ClientFigures(
        id,
        edgeId,
        known.name(),
        known.role(),
        known.protocol(),
        connectionsCount > 0,
        known.connectedMs(),
        seenMs,
        counts(),
        status);
  }

  private MessageCounts counts() {
    AtomicLongArray counts = refusedCounts;
    long admitted = admittedCount;
    if (counts == null) {
      return new MessageCounts(admitted, Map.of());
    }
    Map<Refusal, Long> byCode = new EnumMap<>(Refusal.class);
    for (Refusal code : CODES) {
      long count = counts.get(code.ordinal());
      if (count > 0) {
        byCode.put(code, count);
      }
    }
    return new MessageCounts(admitted, byCode);
  }

  /// Its figures when they are to be told: they changed, or the client is connected and they were
  /// told long ago.
  ///
  /// @param roundMs figures that were told since then are not told again
  @Nullable ClientFigures untold(String edgeId, long roundMs, long nowMs, long repeatEveryMs) {
    ClientFigures before = told;
    // Told in the future: the clock was set back.
    boolean isFuture = toldMs > nowMs;
    if (before != null && toldMs >= roundMs && !isFuture) {
      return null;
    }
    ClientFigures now = figures(edgeId);
    boolean isOld = now.isConnected() && (nowMs - toldMs >= repeatEveryMs || isFuture);
    return isOld || !now.equals(before) ? now : null;
  }

  /// Remembers what was told.
  void told(ClientFigures figures, long nowMs) {
    told = figures;
    toldMs = nowMs;
  }
}
