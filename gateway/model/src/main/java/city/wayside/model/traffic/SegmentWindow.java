package city.wayside.model.traffic;

/// One directed segment during one window: what a traffic record is about.
///
/// @param segmentIndex the segment's index in its network
/// @param segmentId the city's own id of the segment
/// @param networkVersion the version of the network that has it
/// @param startMs start of the window, milliseconds since 1970
/// @param length the window's length
public record SegmentWindow(
    int segmentIndex, String segmentId, String networkVersion, long startMs, WindowLength length) {

  /// End of the window, exclusive, milliseconds since 1970.
  public long endMs() {
    return startMs + length.lengthMs();
  }
}
