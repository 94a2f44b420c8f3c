package city.wayside.grid.rollup;

import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Where the roll-up keeps what it has closed, so that another member can go on from there. One
/// writer at a time. Blocks; for virtual threads.
public interface WindowLedger {

  /// Start of the newest window of a length that was closed and announced completely.
  OptionalLong finishedStartMs(WindowLength length);

  /// The revision of a closed window; empty when it was not closed or is no longer kept.
  OptionalInt revision(WindowLength length, long startMs);

  /// The records of a closed window; empty when there are none.
  List<SegmentTraffic> records(WindowLength length, long startMs);

  /// Stores a closed or revised window, tells all followers, and only then counts it as finished:
  /// when the member dies in between, the next one repeats it, so followers hear of every window at
  /// least once.
  void publish(Publication publication);

  /// Stores how many vehicles were in each zone in a window; before the window is published, so
  /// that whoever hears of it finds them.
  ///
  /// @param vehicles by the zone's id
  void putZones(WindowLength length, long startMs, Map<String, Integer> vehicles);

  /// A window to publish.
  ///
  /// @param length the window's length
  /// @param startMs the window's start, milliseconds since 1970
  /// @param revision 0 when closed, more when revised
  /// @param records all records of the window
  /// @param changed those of them that followers do not have yet
  record Publication(
      WindowLength length,
      long startMs,
      int revision,
      List<SegmentTraffic> records,
      List<SegmentTraffic> changed) {}
}
