package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.StationType;

/// Reads what kind of station something is.
final class StationTypes {

  private static final int CODE_MAX = 255;

  private StationTypes() {}

  /// The type of a code; unknown for codes that the standard keeps for later, so that a station of
  /// a kind yet to come is still seen.
  static StationType read(JsonCursor json) throws Rejection {
    return StationType.ofCode(json.count(0, CODE_MAX)).orElse(StationType.UNKNOWN);
  }
}
