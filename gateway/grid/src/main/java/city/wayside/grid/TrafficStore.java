package city.wayside.grid;

import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.List;
import java.util.OptionalLong;

/// The closed windows that are still kept. Blocks; for virtual threads.
public interface TrafficStore {

  /// Start of the newest closed window of a length, milliseconds since 1970.
  OptionalLong newestStartMs(WindowLength length);

  /// All records of one closed window; empty when there are none.
  List<SegmentTraffic> window(WindowLength length, long startMs);

  /// One segment's records with window starts from `fromMs` to `toMs`, exclusive, oldest first.
  List<SegmentTraffic> history(int segmentIndex, WindowLength length, long fromMs, long toMs);
}
