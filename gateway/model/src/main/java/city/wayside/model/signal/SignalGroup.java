package city.wayside.model.signal;

import java.util.List;

/// Signals that always show the same.
///
/// @param groupId 1 to 254; 0 when not known, 255 for permanently green
/// @param phases what it shows now, then what it will show
public record SignalGroup(int groupId, List<Phase> phases) {

  /// One phase of a signal group. Times are milliseconds since 1970; [#UNKNOWN_MS] when not given
  /// or not known.
  ///
  /// @param state what is shown
  /// @param startMs when it began or begins
  /// @param minEndMs it ends no earlier
  /// @param maxEndMs it ends no later
  /// @param likelyEndMs it ends probably
  /// @param confidenceCode how sure that is, 0 (21 %) to 15 (100 %) by the standard's table
  ///   (TimeIntervalConfidence); -1 when not given
  /// @param advisedSpeedMps the speed at which to arrive; `NaN` when not given
  public record Phase(
      PhaseState state,
      long startMs,
      long minEndMs,
      long maxEndMs,
      long likelyEndMs,
      int confidenceCode,
      double advisedSpeedMps) {

    /// Stands for a time that is not known.
    public static final long UNKNOWN_MS = Long.MIN_VALUE;
  }

  /// What a signal shows (MovementPhaseState), by the standard's codes.
  public enum PhaseState {
    UNAVAILABLE,
    DARK,
    STOP_THEN_PROCEED,
    STOP_AND_REMAIN,
    PRE_MOVEMENT,
    PERMISSIVE_MOVEMENT,
    PROTECTED_MOVEMENT,
    PERMISSIVE_CLEARANCE,
    PROTECTED_CLEARANCE,
    CAUTION_CONFLICTING_TRAFFIC
  }
}
