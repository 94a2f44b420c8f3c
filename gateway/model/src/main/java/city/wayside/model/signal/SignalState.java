package city.wayside.model.signal;

import java.util.List;

/// What the signals of one intersection show, and will show (SPATEM, J2735 SPaT).
///
/// @param intersection which intersection
/// @param revision number of the map that the signal groups belong to, 0 to 127
/// @param timeMs when it was true, milliseconds since 1970
/// @param status the controller's state, 16 flags of IntersectionStatusObject; bit 0 is its first
/// @param groups each signal group
public record SignalState(
    IntersectionKey intersection,
    int revision,
    long timeMs,
    ControllerStatus status,
    List<SignalGroup> groups) {

  /// The controller's state (IntersectionStatusObject).
  ///
  /// @param flagsCode 16 flags; the standard's bit 0 is 0x8000
  public record ControllerStatus(int flagsCode) {}
}
