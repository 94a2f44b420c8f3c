package city.wayside.grid.rollup;

import java.util.OptionalDouble;

/// How far reporting vehicles have driven. Blocks; for virtual threads.
@FunctionalInterface
public interface DrivenDistances {

  /// The distance that reporting vehicles drove on a segment; empty when not every minute of the
  /// time is closed and still kept.
  ///
  /// @param fromMs a full minute, milliseconds since 1970
  /// @param toMs a later full minute
  OptionalDouble distanceM(int segmentIndex, long fromMs, long toMs);
}
