package city.wayside.grid;

import city.wayside.grid.form.TallyKey;
import city.wayside.model.flow.Uplink;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Writes batches: one operation on the stations, one on the tallies, whatever the batch's size;
/// one for each event, and one on the log of what goes down.
///
/// Sending a batch again is harmless: every state and tally replaces the one before, an event is
/// replaced only by itself or a newer message about it, and a message that is in the log twice has
/// the same id there. What guarantees that nothing goes back in time: an edge node sends one batch
/// after the other and a station's states within it are conflated to the newest, so its own writes
/// are in order, and a batch that is sent again comes before the next. What does not: a station
/// that changes to another edge node while the old one still holds its last state may be set back
/// by that state, until its next report (a second later, as a rule); and a write whose answer was
/// lost may, in a member that hangs for longer than the call's timeout, take effect after its
/// repetition. Comparing times at every write would end both, at ten times the cost of the write.
final class GridUplink implements Uplink {

  private final IMap<Long, StationState> stations;
  private final TallyMaps tallies;
  private final EventMap events;
  private final GridDownlink downlink;
  private final Supplier<CompletableFuture<?>> backups;

  /// @param backups done when the backups have what was written so far
  GridUplink(
      IMap<Long, StationState> stations,
      TallyMaps tallies,
      EventMap events,
      GridDownlink downlink,
      Supplier<CompletableFuture<?>> backups) {
    this.stations = stations;
    this.tallies = tallies;
    this.events = events;
    this.downlink = downlink;
    this.backups = backups;
  }

  @Override
  public CompletionStage<Void> send(UplinkBatch batch) {
    return OwnThread.run(
        () -> write(batch),
        () ->
            "batch %d of %s may not have reached the grid"
                .formatted(batch.sequence(), batch.edgeId()));
  }

  /// Everything is under way at once; what goes down is in the log before the rest is waited for.
  @SuppressWarnings("NullAway") // Void has no other value.
  private Void write(UplinkBatch batch) {
    CompletableFuture<?> sums = writeSums(batch);
    CompletableFuture<?> told =
        OwnThread.run(
            () -> {
              events.put(batch.events());
              return null;
            },
            () -> "%d events may not have reached the grid".formatted(batch.events().size()));
    downlink.append(batch.downlink());
    CompletableFuture.allOf(sums, told).join();
    return null;
  }

  private CompletableFuture<?> writeSums(UplinkBatch batch) {
    if (batch.stations().isEmpty() && batch.tallies().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    Map<Long, StationState> states = HashMap.newHashMap(batch.stations().size());
    for (StationState state : batch.stations()) {
      states.merge(state.stationId(), state, GridUplink::newer);
    }
    long edge = TallyKey.edgeHash(batch.edgeId());
    Map<TallyKey, SegmentTally> sums = HashMap.newHashMap(batch.tallies().size());
    for (SegmentTally tally : batch.tallies()) {
      sums.put(new TallyKey(edge, tally.segmentIndex(), tally.windowStartMs()), tally);
    }
    CompletableFuture<Void> statesWritten = stations.setAllAsync(states).toCompletableFuture();
    CompletableFuture<Void> sumsWritten =
        tallies.of(batch.networkVersion()).setAllAsync(sums).toCompletableFuture();
    return CompletableFuture.allOf(statesWritten, sumsWritten).thenCompose(_ -> backups.get());
  }

  private static StationState newer(StationState one, StationState other) {
    return other.report().timeMs() >= one.report().timeMs() ? other : one;
  }
}
