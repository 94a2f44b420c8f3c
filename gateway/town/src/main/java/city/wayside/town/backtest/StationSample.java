package city.wayside.town.backtest;

import city.wayside.model.traffic.StationSketch;

/// Chooses a share of the stations, always the same ones for a seed; each is in or out as a whole.
///
/// @param share how many of them, above 0 to 1
/// @param seed another seed chooses others
public record StationSample(double share, long seed) {

  /// All stations.
  public static final StationSample ALL = new StationSample(1, 0);

  /// Refuses what is no share.
  public StationSample {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share);
    }
  }

  /// True when a station belongs to the sample.
  public boolean contains(long stationId) {
    // The sketches of distinct stations hash ids, too; another mixing keeps both independent.
    long hash = StationSketch.hash(StationSketch.hash(seed) ^ StationSketch.hash(stationId));
    return share >= 1 || (hash >>> 11) * 0x1.0p-53 < share;
  }
}
