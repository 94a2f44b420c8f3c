package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;

/// Reads a quantity that older versions write as a number and newer ones as an object with `value`
/// and `confidence` (DENM 2.1.0 event speed: `speed_value`). The confidence is not taken.
final class Measured {

  private Measured() {}

  /// The value, in the quantity's unit; `NaN` when marked as unavailable.
  static double read(JsonCursor json, Quantity quantity) throws Rejection {
    if (!json.isObject()) {
      return json.quantity(quantity);
    }
    double value = Double.NaN;
    boolean isThere = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "value", "speed_value" -> {
          value = json.quantity(quantity);
          isThere = true;
        }
        default -> json.skip();
      }
    }
    json.require(isThere, "value");
    return value;
  }
}
