package city.wayside.grid;

import city.wayside.grid.form.ChunkKey;
import city.wayside.grid.form.ClosedWindow;
import city.wayside.grid.form.StoredChange;
import city.wayside.grid.form.TrafficChunk;
import city.wayside.grid.form.ZoneCounts;
import city.wayside.grid.rollup.DrivenDistances;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The closed windows: their records in chunks, and for each window which chunks it has. Reading a
/// window is two operations, and so is reading a segment's history.
final class WindowMaps implements TrafficStore, ZoneStore, DrivenDistances {

  /// How many chunks are read at once; 65,536 records.
  private static final int CHUNKS_AT_ONCE_MAX = 1024;

  private final IMap<ChunkKey, TrafficChunk> chunks;
  private final IMap<ChunkKey, ClosedWindow> windows;
  private final IMap<ChunkKey, ZoneCounts> zones;
  private final IMap<String, Long> marks;

  WindowMaps(HazelcastInstance hazelcast) {
    this.chunks = hazelcast.getMap(Store.TRAFFIC);
    this.windows = hazelcast.getMap(Store.WINDOWS);
    this.zones = hazelcast.getMap(Store.ZONES);
    this.marks = hazelcast.getMap(Store.MARKS);
  }

  @Override
  public OptionalLong newestStartMs(WindowLength length) {
    return mark("newest-", length);
  }

  @Override
  public List<SegmentTraffic> window(WindowLength length, long startMs) {
    Optional<ClosedWindow> window = closed(length, startMs);
    if (window.isEmpty()) {
      return List.of();
    }
    List<ChunkKey> keys =
        Arrays.stream(window.get().chunks())
            .mapToObj(chunk -> new ChunkKey(length.lengthS(), startMs, chunk))
            .toList();
    List<SegmentTraffic> records = new ArrayList<>(keys.size() * ChunkKey.SEGMENTS);
    for (int from = 0; from < keys.size(); from += CHUNKS_AT_ONCE_MAX) {
      List<ChunkKey> some = keys.subList(from, Math.min(keys.size(), from + CHUNKS_AT_ONCE_MAX));
      chunks.getAll(new HashSet<>(some)).values().forEach(chunk -> records.addAll(chunk.records()));
    }
    records.sort(Comparator.comparingInt(record -> record.window().segmentIndex()));
    return records;
  }

  @Override
  public List<SegmentTraffic> history(
      int segmentIndex, WindowLength length, long fromMs, long toMs) {
    OptionalLong newest = newestStartMs(length);
    if (newest.isEmpty() || segmentIndex < 0) {
      return List.of();
    }
    long firstMs = length.startMs(fromMs);
    if (firstMs < fromMs) {
      firstMs += length.lengthMs();
    }
    long endMs = Math.min(toMs, newest.getAsLong() + 1);
    // A longer span than a map can hold would only ask for what is certainly gone.
    firstMs = Math.max(firstMs, length.startMs(endMs) - CHUNKS_AT_ONCE_MAX * length.lengthMs());
    Set<ChunkKey> keys = new HashSet<>();
    for (long startMs = firstMs; startMs < endMs; startMs += length.lengthMs()) {
      keys.add(ChunkKey.of(length, startMs, segmentIndex));
    }
    return chunks.getAll(keys).values().stream()
        .flatMap(chunk -> chunk.of(segmentIndex).stream())
        .sorted(Comparator.comparingLong(record -> record.window().startMs()))
        .toList();
  }

  @Override
  public Map<String, Integer> zoneVehicles(WindowLength length, long startMs) {
    ZoneCounts counts = zones.get(whole(length, startMs));
    return counts == null ? Map.of() : counts.vehicles();
  }

  /// Stores the vehicles of all zones in a window.
  void putZones(WindowLength length, long startMs, Map<String, Integer> vehicles) {
    zones.set(whole(length, startMs), new ZoneCounts(vehicles));
  }

  @Override
  public OptionalDouble distanceM(int segmentIndex, long fromMs, long toMs) {
    Set<ChunkKey> minutes = new HashSet<>();
    for (long startMs = fromMs; startMs < toMs; startMs += WindowLength.BASE_MS) {
      minutes.add(whole(WindowLength.ONE_MINUTE, startMs));
    }
    if (windows.getAll(minutes).size() < minutes.size()) {
      return OptionalDouble.empty();
    }
    double distanceM = 0;
    for (SegmentTraffic record : history(segmentIndex, WindowLength.ONE_MINUTE, fromMs, toMs)) {
      distanceM += record.edie().distanceM();
    }
    return OptionalDouble.of(distanceM);
  }

  /// What is known of a closed window as a whole.
  Optional<ClosedWindow> closed(WindowLength length, long startMs) {
    return Optional.ofNullable(windows.get(whole(length, startMs)));
  }

  /// The records that a change names, as they are now: of its revision or a later one. Records that
  /// are no longer kept are left out.
  List<SegmentTraffic> named(StoredChange change) {
    Map<ChunkKey, Long> marksOfChunk = HashMap.newHashMap(change.chunks().length);
    for (int i = 0; i < change.chunks().length; i++) {
      ChunkKey key = new ChunkKey(change.lengthS(), change.startMs(), change.chunks()[i]);
      marksOfChunk.put(key, change.marks()[i]);
    }
    List<SegmentTraffic> records = new ArrayList<>();
    chunks
        .getAll(marksOfChunk.keySet())
        .forEach((key, chunk) -> {
          long marked = marksOfChunk.getOrDefault(key, 0L);
          for (SegmentTraffic record : chunk.records()) {
            if ((marked & ChunkKey.bit(record.window().segmentIndex())) != 0) {
              records.add(record);
            }
          }
        });
    records.sort(Comparator.comparingInt(record -> record.window().segmentIndex()));
    return records;
  }

  /// Stores chunks of a window and what is known of it as a whole.
  void put(
      WindowLength length, long startMs, Map<ChunkKey, TrafficChunk> some, ClosedWindow window) {
    chunks.setAll(some);
    windows.set(whole(length, startMs), window);
  }

  /// A mark of a length of window.
  OptionalLong mark(String name, WindowLength length) {
    @Nullable Long startMs = marks.get(name + length.lengthS());
    return startMs == null ? OptionalLong.empty() : OptionalLong.of(startMs);
  }

  /// Moves a mark forward, never back.
  void moveMark(String name, WindowLength length, long startMs) {
    OptionalLong before = mark(name, length);
    if (before.isEmpty() || before.getAsLong() < startMs) {
      marks.set(name + length.lengthS(), startMs);
    }
  }

  private static ChunkKey whole(WindowLength length, long startMs) {
    return new ChunkKey(length.lengthS(), startMs, Store.WHOLE);
  }
}
