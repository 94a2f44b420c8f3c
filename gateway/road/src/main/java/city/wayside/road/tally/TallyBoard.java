package city.wayside.road.tally;

import city.wayside.model.traffic.SegmentTally;
import city.wayside.road.match.MatchedReport;
import java.util.List;

/// The open base windows: every segment's sums so far.
public final class TallyBoard {

  /// Adds what a vehicle has driven, cut at the borders of windows.
  public void add(MatchedReport matched) {
    throw new UnsupportedOperationException("" + matched);
  }

  /// The whole sums of every segment and window that changed since the last call. Everything that
  /// was added before the call is in it.
  public List<SegmentTally> takeChanged() {
    throw new UnsupportedOperationException("not yet");
  }

  /// Forgets windows that ended before a moment; reports for them are too late by then.
  public void forgetBefore(long timeMs) {
    throw new UnsupportedOperationException("" + timeMs);
  }
}
