package city.wayside.edge.event;

import city.wayside.edge.rate.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The events that are remembered, and the lock that keeps the messages about each of them in order
/// until they are gathered for the grid.
///
/// There is one lock for all: events are rare beside beacons, and one message may tell several. It
/// is held for microseconds, as those of the stations are. When there is no room the event that was
/// told longest ago is forgotten: a repetition of it then passes for new, which is better than to
/// refuse a new hazard.
public final class EventMemory {

  /// How many stations' quotas are remembered.
  private static final int QUOTAS_COUNT_MAX = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<EventName, KnownEvent> events;
  private final Map<String, EventName> byTopic;
  private final Map<Long, TokenBucket> quotas;
  private final double ratePerS;

  /// A memory without events.
  public EventMemory(HazardConfig config) {
    this.events = oldestForgotten(config.eventsCountMax());
    this.byTopic = oldestForgotten(config.eventsCountMax());
    this.quotas = oldestForgotten(QUOTAS_COUNT_MAX);
    this.ratePerS = config.stationRatePerS();
  }

  /// Enters; everything else here is for who holds the lock.
  public void lock() {
    lock.lock();
  }

  /// Leaves.
  public void unlock() {
    lock.unlock();
  }

  /// What is remembered of an event; nothing when it is not known or is over.
  public @Nullable KnownEvent known(EventName name, long nowMs) {
    KnownEvent known = events.get(name);
    return known == null || known.isOver(nowMs) ? null : known;
  }

  /// The memory of an event, made when it is new; it is the newest from now on.
  public KnownEvent remembered(EventName name, long nowMs) {
    KnownEvent known = known(name, nowMs);
    KnownEvent kept = known == null ? new KnownEvent() : known;
    events.remove(name);
    events.put(name, kept);
    return kept;
  }

  /// Takes one message off a station's quota.
  ///
  /// @param quotaId the station, or a number above all stations' ids for who has none
  public boolean mayTell(long quotaId, long nowMs) {
    TokenBucket quota = quotas.remove(quotaId);
    if (quota == null) {
      quota = new TokenBucket(ratePerS, ratePerS, nowMs);
    }
    quotas.put(quotaId, quota);
    return quota.take(nowMs);
  }

  /// The event whose message is retained for a topic, as far as this node knows.
  public @Nullable EventName retainedOn(String topic) {
    return byTopic.get(topic);
  }

  /// Remembers whose message is retained for a topic.
  public void retain(String topic, EventName name) {
    byTopic.remove(topic);
    byTopic.put(topic, name);
  }

  /// Forgets what is retained for a topic.
  public void release(String topic) {
    byTopic.remove(topic);
  }

  private static <K, V> Map<K, V> oldestForgotten(int countMax) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > countMax;
      }
    };
  }
}
