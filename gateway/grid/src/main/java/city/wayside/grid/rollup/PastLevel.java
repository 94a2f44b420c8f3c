package city.wayside.grid.rollup;

import city.wayside.model.traffic.LevelOfService;

/// The level of service that was published for a segment's window before.
///
/// @param level the level of the window of the same length just before; unknown when that window
///   has no record of the segment
/// @param windows how many windows in a row had it, as far as it was looked up
record PastLevel(LevelOfService level, int windows) {

  /// Nothing was published.
  static final PastLevel NONE = new PastLevel(LevelOfService.UNKNOWN, 0);
}
