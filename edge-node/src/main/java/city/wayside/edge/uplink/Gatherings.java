package city.wayside.edge.uplink;

import city.wayside.edge.inbound.Inbound;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.StationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits to be sent, in two queues of one gathering each: events go first, in batches of their
/// own, so that none waits for the writing of a hundred thousand states that came before it. States
/// have the next turn, however many events have come meanwhile. Any thread adds, one takes.
final class Gatherings {

  private final UplinkConfig config;

  // All guarded by this.
  private Gathering urgent = new Gathering(true);
  private Gathering ordinary = new Gathering(false);
  private boolean isOrdinaryTurn;
  private long flushedMs;

  Gatherings(UplinkConfig config) {
    this.config = config;
  }

  synchronized void admitted(Inbound inbound, StationState state) {
    ordinary.admitted(inbound, state);
  }

  synchronized void hazard(Inbound inbound, List<RoadEvent> events, List<DownItem> downlink) {
    urgent.hazard(inbound, events, downlink);
  }

  /// What a message repeats waits in the queue of its own kind, or was sent before.
  synchronized void follows(Inbound inbound) {
    (inbound.kind().isUrgent() ? urgent : ordinary).follows(inbound);
  }

  /// Takes what is to be sent now.
  ///
  /// @param isDraining true when nothing has to wait for the interval
  /// @return nothing when nothing is due
  synchronized @Nullable Gathering next(long nowMs, boolean isDraining) {
    // A clock that was set back starts a new interval.
    flushedMs = Math.min(flushedMs, nowMs);
    boolean isOver = isDraining || nowMs - flushedMs >= config.flushIntervalMs();
    int count = ordinary.messagesCount();
    boolean isOrdinaryDue = count > 0 && (isOver || count >= config.batchMessagesMax());
    boolean isUrgentDue = urgent.messagesCount() > 0;
    if (isUrgentDue && !(isOrdinaryTurn && isOrdinaryDue)) {
      Gathering taken = urgent;
      urgent = new Gathering(true);
      isOrdinaryTurn = true;
      return taken;
    }
    if (isOrdinaryDue) {
      Gathering taken = ordinary;
      ordinary = new Gathering(false);
      isOrdinaryTurn = false;
      flushedMs = nowMs;
      return taken;
    }
    return null;
  }

  /// How many milliseconds are left of the interval, at least one.
  synchronized long leftMs(long nowMs) {
    return Math.max(1, config.flushIntervalMs() - Math.max(0, nowMs - flushedMs));
  }
}
