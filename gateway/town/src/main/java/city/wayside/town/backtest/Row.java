package city.wayside.town.backtest;

import city.wayside.model.message.Report;

/// A row of a trace.
///
/// @param report what the vehicle says
/// @param trueSegment the segment on which it truly is, or [#UNKNOWN]
record Row(Report report, int trueSegment) {

  /// The trace does not say, or it is on none that the network has.
  static final int UNKNOWN = -1;
}
