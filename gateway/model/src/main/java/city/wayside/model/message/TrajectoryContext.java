package city.wayside.model.message;

import java.util.Arrays;

/// What a matcher remembers of a station, packed: whoever hears the station next continues its
/// trajectory from it. Only matchers look inside.
///
/// @param bytes the packed memory, at most [#LENGTH_BYTES_MAX]; empty when there is nothing to
///   continue
public record TrajectoryContext(byte[] bytes) {

  /// How long it may be: it is kept for every live station, and written with every report.
  public static final int LENGTH_BYTES_MAX = 64;

  /// Nothing to continue.
  public static final TrajectoryContext NONE = new TrajectoryContext(new byte[0]);

  /// Refuses what is too long.
  public TrajectoryContext {
    if (bytes.length > LENGTH_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a context of " + bytes.length + " bytes: allowed are at most " + LENGTH_BYTES_MAX);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrajectoryContext same && Arrays.equals(bytes, same.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
