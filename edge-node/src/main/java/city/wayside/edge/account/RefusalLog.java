package city.wayside.edge.account;

import city.wayside.model.account.RefusalRecord;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/// The newest refusals, a bounded number of them. Of each code only so many a second are kept, so
/// that a flood of one does not wash the others away; what tells its sender success is not kept.
/// Any thread.
@SuppressWarnings("EnumOrdinal") // Places in an array of counters, which nobody stores.
public final class RefusalLog {

  /// The bits of a quota's entry that count; the second lies above.
  private static final int COUNT_BITS = 12;

  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  private final String edgeId;
  private final int perS;

  /// For each code the second and how many were kept in it.
  private final AtomicLongArray quotas = new AtomicLongArray(Refusal.values().length);

  private final Object ringLock = new Object();
  // Guarded by ringLock.
  private final @Nullable RefusalRecord[] ring;
  private long addedCount;

  /// No refusals yet.
  ///
  /// @param edgeId unique for every start of an edge node
  public RefusalLog(AccountConfig config, String edgeId) {
    this.edgeId = edgeId;
    this.perS = config.refusalsPerS();
    this.ring = new RefusalRecord[config.refusalsCountMax()];
  }

  /// Adds a refusal, unless there were too many like it in the same second.
  ///
  /// @param kind what was refused; absent when the topic or path does not say
  public void add(String clientId, @Nullable MessageKind kind, Refused refused, long nowMs) {
    if (refused.code().tellsSuccess() || !hasQuota(refused.code(), nowMs / 1000)) {
      return;
    }
    RefusalRecord record = new RefusalRecord(nowMs, clientId, edgeId, kind, refused);
    synchronized (ringLock) {
      ring[(int) (addedCount % ring.length)] = record;
      addedCount++;
    }
  }

  private boolean hasQuota(Refusal code, long second) {
    long entry = quotas.get(code.ordinal());
    boolean isSameSecond = entry >>> COUNT_BITS == second;
    if (isSameSecond && (entry & COUNT_MASK) >= perS) {
      return false;
    }
    long next = isSameSecond ? entry + 1 : (second << COUNT_BITS) + 1;
    // Who loses against another thread is one of too many anyhow.
    return quotas.compareAndSet(code.ordinal(), entry, next);
  }

  /// The newest refusals, the newest first.
  public List<RefusalRecord> newest(int countMax) {
    synchronized (ringLock) {
      List<RefusalRecord> newest = new ArrayList<>();
      long oldest = Math.max(0, addedCount - ring.length);
      for (long at = addedCount - 1; at >= oldest && newest.size() < countMax; at--) {
        newest.add(at(at));
      }
      return newest;
    }
  }

  /// Refusals in a row.
  ///
  /// @param records the oldest first
  /// @param next the number of the one that comes after them
  public record Row(List<RefusalRecord> records, long next) {}

  /// The refusals from a number on that are still kept; the first of all has the number 0.
  public Row from(long number) {
    synchronized (ringLock) {
      List<RefusalRecord> later = new ArrayList<>();
      for (long at = Math.max(number, addedCount - ring.length); at < addedCount; at++) {
        later.add(at(at));
      }
      return new Row(later, addedCount);
    }
  }

  private RefusalRecord at(long number) {
    RefusalRecord record = ring[(int) (number % ring.length)];
    if (record == null) {
      throw new IllegalStateException("refusal " + number + " was never added");
    }
    return record;
  }
}
