package city.wayside.grid.rollup;

import city.wayside.model.traffic.Penetration;
import org.jspecify.annotations.Nullable;

/// What is known of the share of vehicles that report. Any thread; does not block.
@FunctionalInterface
public interface Penetrations {

  /// Nothing is known, so no flow of all traffic is published.
  Penetrations UNKNOWN = (_, _) -> null;

  /// The share on a segment at a time; absent when it is not known.
  ///
  /// @param segmentIndex a segment of the roll-up's network
  /// @param timeMs milliseconds since 1970
  @Nullable Penetration of(int segmentIndex, long timeMs);

  /// This, and where it does not know, another.
  default Penetrations orElse(Penetrations other) {
    return (segmentIndex, timeMs) -> {
      Penetration known = of(segmentIndex, timeMs);
      return known == null ? other.of(segmentIndex, timeMs) : known;
    };
  }
}
