package city.wayside.edge.uplink;

import city.wayside.edge.inbound.PauseListener;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How much may wait for the grid: two rooms, so that beacons never take the place of hazards. When
/// one of them is nearly full, clients are not read any more until both are emptier again. Any
/// thread, unless it says otherwise.
final class Rooms {

  private final UplinkConfig config;
  private final Refused full;
  private final Refused hazardsFull;

  private final AtomicInteger ordinaryCount = new AtomicInteger();
  private final AtomicInteger urgentCount = new AtomicInteger();
  private final AtomicLong urgentBytes = new AtomicLong();
  private final List<PauseListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean mustPause;

  Rooms(UplinkConfig config) {
    this.config = config;
    this.full =
        new Refused(
            Refusal.OVERLOADED,
            config.pendingMessagesMax() + " messages wait for the grid, try again");
    this.hazardsFull =
        new Refused(
            Refusal.OVERLOADED,
            "as many hazards wait for the grid as there is room for, try again");
  }

  /// Why no message can be taken now; nothing when one can. Threads that ask at the same moment may
  /// pass the limit by one message each.
  @Nullable Refused refusal(boolean isUrgent) {
    if (isUrgent) {
      boolean isFull =
          urgentCount.get() >= config.hazardsReserved()
              || urgentBytes.get() >= config.hazardBytesMax();
      return isFull ? hazardsFull : null;
    }
    return ordinaryCount.get() >= config.pendingMessagesMax() ? full : null;
  }

  /// Counts a message that waits among beacons.
  ///
  /// @return true when the uplink's thread has something to do before the interval is over
  boolean enter() {
    int count = ordinaryCount.incrementAndGet();
    return count % config.batchMessagesMax() == 0 || count == pauseAtCount();
  }

  /// Counts a hazard that waits.
  void enterHazard(int lengthBytes) {
    urgentCount.incrementAndGet();
    urgentBytes.addAndGet(lengthBytes);
  }

  private long pauseAtCount() {
    return ((long) config.pendingMessagesMax() * config.pauseAtPercent() + 99) / 100;
  }

  /// Counts messages that wait no more. Repetitions of hazards waited among beacons, so that they
  /// took no place of a hazard.
  void leave(Gathering gathering) {
    int hazardsCount = gathering.isUrgent() ? gathering.admittedCount() : 0;
    urgentCount.addAndGet(-hazardsCount);
    urgentBytes.addAndGet(-gathering.lengthBytes());
    ordinaryCount.addAndGet(hazardsCount - gathering.messagesCount());
  }

  /// How many messages wait, in both rooms.
  int count() {
    return ordinaryCount.get() + urgentCount.get();
  }

  /// How full the room of beacons is, in percent.
  int ordinaryPercent() {
    return (int) (ordinaryCount.get() * 100L / config.pendingMessagesMax());
  }

  private int fullestPercent() {
    long urgent = urgentCount.get() * 100L / config.hazardsReserved();
    long bytes = urgentBytes.get() * 100 / config.hazardBytesMax();
    return (int) Math.max(ordinaryPercent(), Math.max(urgent, bytes));
  }

  /// True while clients must not be read.
  boolean mustPause() {
    return mustPause;
  }

  /// Has a listener told of every change.
  void onPause(PauseListener listener) {
    listeners.add(listener);
  }

  /// Decides anew whether clients may be read. The uplink's thread only, so that listeners are told
  /// in order.
  void review() {
    int percent = fullestPercent();
    boolean must =
        mustPause ? percent > config.resumeAtPercent() : percent >= config.pauseAtPercent();
    if (must != mustPause) {
      mustPause = must;
      listeners.forEach(listener -> listener.pausing(must));
    }
  }
}
