package city.wayside.edge.endpoint.coap;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.KeyMID;
import org.eclipse.californium.core.network.deduplication.Deduplicator;
import org.jspecify.annotations.Nullable;

/// The messages that came last, so that one that is sent again is not taken again but answered with
/// the same answer (RFC 7252 §4.2, §4.5). Bounded in time and count: whatever addresses a flood
/// says it comes from, the oldest makes room. A message that was forgotten and comes again is taken
/// as new; what it reports is then known to the pipeline as a duplicate.
final class LastMessages implements Deduplicator {

  private record Kept(Exchange exchange, long sinceNs) {}

  private final int countMax;
  private final long lifetimeNs;
  private final LongSupplier nanoTime;
  // Guarded by this. In the order in which the messages came, which is the order of their age.
  private final LinkedHashMap<KeyMID, Kept> messages = new LinkedHashMap<>();

  /// No message yet.
  ///
  /// @param nanoTime tells the time in nanoseconds, from anywhere
  LastMessages(int countMax, long lifetimeMs, LongSupplier nanoTime) {
    this.countMax = countMax;
    this.lifetimeNs = TimeUnit.MILLISECONDS.toNanos(lifetimeMs);
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized @Nullable Exchange findPrevious(KeyMID key, Exchange exchange) {
    long nowNs = nanoTime.getAsLong();
    forgetOld(nowNs);
    Kept previous = messages.get(key);
    // The peer uses ids of its own, which may be the same as those of messages from here.
    if (previous != null && previous.exchange().getOrigin() == exchange.getOrigin()) {
      return previous.exchange();
    }
    put(key, exchange, nowNs);
    return null;
  }

  @Override
  public synchronized boolean replacePrevious(KeyMID key, Exchange previous, Exchange exchange) {
    Kept there = messages.get(key);
    if (there != null && !there.exchange().equals(previous)) {
      return false;
    }
    put(key, exchange, nanoTime.getAsLong());
    return true;
  }

  private void put(KeyMID key, Exchange exchange, long nowNs) {
    messages.remove(key);
    messages.put(key, new Kept(exchange, nowNs));
    if (messages.size() > countMax) {
      messages.pollFirstEntry();
    }
  }

  private void forgetOld(long nowNs) {
    Iterator<Map.Entry<KeyMID, Kept>> oldest = messages.entrySet().iterator();
    while (oldest.hasNext() && nowNs - oldest.next().getValue().sinceNs() >= lifetimeNs) {
      oldest.remove();
    }
  }

  @Override
  public synchronized @Nullable Exchange find(KeyMID key) {
    Kept kept = messages.get(key);
    return kept == null ? null : kept.exchange();
  }

  @Override
  public synchronized boolean isEmpty() {
    return messages.isEmpty();
  }

  @Override
  public synchronized int size() {
    return messages.size();
  }

  @Override
  public synchronized void clear() {
    messages.clear();
  }

  @Override
  public void start() {
    // Nothing runs.
  }

  @Override
  public void stop() {
    clear();
  }

  @Override
  public void setExecutor(ScheduledExecutorService executor) {
    // Nothing is done later.
  }
}
