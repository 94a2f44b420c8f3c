package city.wayside.grid;

import city.wayside.grid.EntryWrites.Write;
import city.wayside.grid.NumberedRing.Numbered;
import city.wayside.grid.entry.Order;
import city.wayside.grid.entry.PutNewer;
import city.wayside.grid.form.StoredMessage;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.Downlink;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The log of what goes down, in a ring, and what is retained of it, in a map by topic.
final class GridDownlink implements Downlink, DownlinkLog {

  /// Of any kind that a later version may write, which is passed over.
  private final NumberedRing<Object> ring;

  private final IMap<String, StoredMessage> retained;
  private final InstantSource clock;

  GridDownlink(HazelcastInstance hazelcast, Telemetry telemetry, InstantSource clock) {
    this.ring =
        new NumberedRing<>(
            hazelcast,
            Store.DOWNLINK,
            clock,
            telemetry.counter(Metric.GRID_DOWNLINK_PASSED_OVER, "")::add);
    this.retained = hazelcast.getMap(Store.RETAINED);
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> send(List<DownItem> items) {
    return OwnThread.run(
        () -> {
          append(items);
          return null;
        },
        () -> "%d items of the downlink may not have reached the grid".formatted(items.size()));
  }

  /// Appends items in their order, and retains those that are to be. Blocks until the backups have
  /// all of it.
  void append(List<DownItem> items) {
    long nowMs = clock.millis();
    Map<String, StoredMessage> newest = new HashMap<>();
    for (Numbered<DownItem> numbered : ring.append(items)) {
      if (numbered.item() instanceof DownMessage message && message.isRetained()) {
        newest.put(message.topic(), new StoredMessage(numbered.number(), message));
      }
    }
    List<Write<String, StoredMessage, @Nullable StoredMessage>> writes =
        new ArrayList<>(newest.size());
    newest.forEach((topic, message) ->
        writes.add(
            new Write<>(topic, new PutNewer<>(Order.RETAINED, message, message.ttlMs(nowMs)))));
    EntryWrites.run(retained, writes);
  }

  @Override
  public List<LoggedItem> after(long sequence, int countMax, Duration wait)
      throws InterruptedException {
    List<Numbered<Object>> read = ring.after(sequence, countMax, wait);
    while (!read.isEmpty()) {
      List<LoggedItem> items = new ArrayList<>(read.size());
      for (Numbered<Object> numbered : read) {
        if (numbered.item() instanceof DownItem item) {
          items.add(new LoggedItem(numbered.number(), item));
        }
      }
      if (!items.isEmpty()) {
        return items;
      }
      read = ring.after(read.getLast().number(), countMax, Duration.ZERO);
    }
    return List.of();
  }

  @Override
  public List<LoggedItem> retained() {
    long nowMs = clock.millis();
    List<LoggedItem> valid = new ArrayList<>();
    for (StoredMessage stored : retained.values()) {
      if (stored.isOfUse(nowMs)) {
        valid.add(new LoggedItem(stored.sequence(), stored.message()));
      }
    }
    return valid;
  }

  /// How many items the log holds.
  int count() {
    return ring.size();
  }

  /// How many messages are retained, those included that ended within the last minute.
  int retainedCount() {
    return retained.size();
  }
}
