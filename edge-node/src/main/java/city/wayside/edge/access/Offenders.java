package city.wayside.edge.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which addresses break the rules of the protocol or are refused at the door, and how often: once
/// a minute the worst are named in the log, however many there were. Any thread.
public final class Offenders {

  private static final Logger LOG = LoggerFactory.getLogger(Offenders.class);

  /// Addresses that are counted apart in one minute; the rest are counted together.
  static final int ADDRESSES_MAX = 10_000;

  private static final String OTHERS = "others";
  private static final int NAMED_MAX = 5;
  private static final long TELL_EVERY_MS = 60_000;

  private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final AtomicLong toldMs;
  private final String protocol;

  /// Nobody has offended yet.
  ///
  /// @param protocol the protocol, as the log names it
  public Offenders(String protocol, long nowMs) {
    this.protocol = protocol;
    toldMs = new AtomicLong(nowMs);
  }

  /// Counts an offence.
  public void add(String address) {
    String key = counts.size() < ADDRESSES_MAX || counts.containsKey(address) ? address : OTHERS;
    counts.computeIfAbsent(key, _ -> new AtomicLong()).incrementAndGet();
  }

  /// Names the worst in the log if there are any and it is time.
  ///
  /// @return those that were named, the worst first
  public List<Map.Entry<String, Long>> tell(long nowMs) {
    long last = toldMs.get();
    if (nowMs - last < TELL_EVERY_MS || counts.isEmpty() || !toldMs.compareAndSet(last, nowMs)) {
      return List.of();
    }
    List<Map.Entry<String, Long>> worst =
        counts.entrySet().stream()
            .map(each -> Map.entry(each.getKey(), each.getValue().get()))
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(NAMED_MAX)
            .toList();
    LOG.warn(
        "{} addresses broke the {} protocol or were refused since the last minute, most often {}",
        counts.size(),
        protocol,
        worst);
    counts.clear();
    return worst;
  }
}
