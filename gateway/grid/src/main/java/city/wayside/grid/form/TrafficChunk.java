package city.wayside.grid.form;

import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.List;
import java.util.Optional;

/// The records of one closed window for up to [ChunkKey#SEGMENTS] consecutive segment indexes.
///
/// @param networkVersion the network that the segment indexes refer to
/// @param length the window's length
/// @param startMs the window's start, milliseconds since 1970
/// @param records the records, by ascending segment index
public record TrafficChunk(
    String networkVersion, WindowLength length, long startMs, List<SegmentTraffic> records) {

  /// The record of a segment.
  public Optional<SegmentTraffic> of(int segmentIndex) {
    for (SegmentTraffic record : records) {
      if (record.window().segmentIndex() == segmentIndex) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }
}
