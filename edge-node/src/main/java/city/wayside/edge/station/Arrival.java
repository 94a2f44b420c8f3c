package city.wayside.edge.station;

import city.wayside.edge.inbound.Inbound;
import city.wayside.model.message.Report;
import java.util.ArrayList;
import java.util.List;

/// The first messages of a station, which wait until it is known where it was before. Guarded by
/// its lane.
public final class Arrival {

  /// So many messages wait; more are refused.
  public static final int MESSAGES_MAX = 16;

  /// A message that was admitted.
  ///
  /// @param inbound who sent it, without its bytes
  /// @param report what it said
  public record Waiting(Inbound inbound, Report report) {}

  private final List<Waiting> waiting = new ArrayList<>(2);

  /// Nobody waits yet.
  public Arrival() {}

  /// Has an admitted message wait.
  public void add(Inbound inbound, Report report) {
    waiting.add(new Waiting(inbound.withoutBytes(), report));
  }

  /// True when no more may wait.
  public boolean isFull() {
    return waiting.size() >= MESSAGES_MAX;
  }

  /// Who waits, the oldest first.
  public List<Waiting> waiting() {
    return waiting;
  }
}
