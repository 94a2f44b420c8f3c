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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Writes batches: one operation on the stations, one on the tallies, whatever the batch's size.
///
/// Sending a batch again is harmless, because every entry replaces the one before. What guarantees
/// that nothing goes back in time: an edge node sends one batch after the other and a station's
/// states within it are conflated to the newest, so its own writes are in order, and a batch that
/// is sent again comes before the next. What does not: a station that changes to another edge node
/// while the old one still holds its last state may be set back by that state, until its next
/// report (a second later, as a rule); and a write whose answer was lost may, in a member that
/// hangs for longer than the call's timeout, take effect after its repetition. Comparing times at
/// every write would end both, at ten times the cost of the write.
final class GridUplink implements Uplink {

  /// A batch is put into bytes on a thread of its own, so that an event loop never does it.
  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("uplink-", 0).factory());

  private final IMap<Long, StationState> stations;
  private final TallyMaps tallies;
  private final Supplier<CompletableFuture<?>> backups;

  /// @param backups done when the backups have what was written so far
  GridUplink(
      IMap<Long, StationState> stations,
      TallyMaps tallies,
      Supplier<CompletableFuture<?>> backups) {
    this.stations = stations;
    this.tallies = tallies;
    this.backups = backups;
  }

  @Override
  public CompletionStage<Void> send(UplinkBatch batch) {
    return CompletableFuture.completedFuture(batch)
        .thenComposeAsync(this::write, THREADS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(batch, failure)));
  }

  private CompletableFuture<Void> write(UplinkBatch batch) {
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
    return CompletableFuture.allOf(statesWritten, sumsWritten)
        .thenCompose(_ -> backups.get())
        .thenAccept(_ -> {});
  }

  private static StationState newer(StationState one, StationState other) {
    return other.report().timeMs() >= one.report().timeMs() ? other : one;
  }

  private static GridException explained(UplinkBatch batch, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new GridException(
        "batch %d of %s may not have reached the grid".formatted(batch.sequence(), batch.edgeId()),
        cause);
  }
}
