package city.wayside.grid;

import city.wayside.grid.form.ChunkKey;
import city.wayside.grid.form.ClosedWindow;
import city.wayside.grid.form.StoredChange;
import city.wayside.grid.form.TrafficChunk;
import city.wayside.grid.rollup.WindowLedger;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes closed windows into the grid. The order of the writes is what makes it safe: records,
/// then the window, then what readers take for the newest, then the changes, and last the mark from
/// which another member would go on.
final class GridLedger implements WindowLedger {

  /// How many chunks a change names at most; 4,096 records.
  static final int CHUNKS_PER_CHANGE_MAX = 64;

  private final WindowMaps windows;
  private final ChangeRing changes;

  GridLedger(WindowMaps windows, ChangeRing changes) {
    this.windows = windows;
    this.changes = changes;
  }

  @Override
  public OptionalLong finishedStartMs(WindowLength length) {
    return windows.mark("finished-", length);
  }

  @Override
  public OptionalInt revision(WindowLength length, long startMs) {
    return windows
        .closed(length, startMs)
        .map(window -> OptionalInt.of(window.revision()))
        .orElse(OptionalInt.empty());
  }

  @Override
  public List<SegmentTraffic> records(WindowLength length, long startMs) {
    return windows.window(length, startMs);
  }

  @Override
  public void publish(Publication publication) {
    WindowLength length = publication.length();
    long startMs = publication.startMs();
    SortedMap<Integer, List<SegmentTraffic>> all = byChunk(publication.records());
    SortedMap<Integer, List<SegmentTraffic>> changed = byChunk(publication.changed());
    Map<ChunkKey, TrafficChunk> chunks = HashMap.newHashMap(changed.size());
    for (int chunk : changed.keySet()) {
      List<SegmentTraffic> records = all.getOrDefault(chunk, List.of());
      String networkVersion = records.getFirst().window().networkVersion();
      chunks.put(
          new ChunkKey(length.lengthS(), startMs, chunk),
          new TrafficChunk(networkVersion, length, startMs, records));
    }
    int[] numbers = all.keySet().stream().mapToInt(Integer::intValue).toArray();
    windows.put(length, startMs, chunks, new ClosedWindow(publication.revision(), numbers));
    windows.moveMark("newest-", length, startMs);
    announce(publication, changed);
    windows.moveMark("finished-", length, startMs);
  }

  @Override
  public void putZones(WindowLength length, long startMs, Map<String, Integer> vehicles) {
    windows.putZones(length, startMs, vehicles);
  }

  /// Adds the changes: one for a window without records, else as many as the bound asks for.
  private void announce(Publication publication, SortedMap<Integer, List<SegmentTraffic>> changed) {
    int[] chunks = new int[changed.size()];
    long[] marks = new long[changed.size()];
    int size = 0;
    for (Map.Entry<Integer, List<SegmentTraffic>> entry : changed.entrySet()) {
      chunks[size] = entry.getKey();
      for (SegmentTraffic record : entry.getValue()) {
        marks[size] |= ChunkKey.bit(record.window().segmentIndex());
      }
      size++;
    }
    int from = 0;
    do {
      int to = Math.min(size, from + CHUNKS_PER_CHANGE_MAX);
      changes.add(
          new StoredChange(
              publication.length().lengthS(),
              publication.startMs(),
              publication.revision(),
              Arrays.copyOfRange(chunks, from, to),
              Arrays.copyOfRange(marks, from, to)));
      from = to;
    } while (from < size);
  }

  private static SortedMap<Integer, List<SegmentTraffic>> byChunk(List<SegmentTraffic> records) {
    SortedMap<Integer, List<SegmentTraffic>> byChunk = new TreeMap<>();
    for (SegmentTraffic record : records) {
      int chunk = record.window().segmentIndex() / ChunkKey.SEGMENTS;
      byChunk.computeIfAbsent(chunk, _ -> new ArrayList<>()).add(record);
    }
    return byChunk;
  }
}
