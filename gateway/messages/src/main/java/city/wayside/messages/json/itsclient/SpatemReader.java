package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.SignalState;
import java.util.ArrayList;
import java.util.List;

/// Reads a SPATEM (ETSI TS 103 301, SAE J2735 SPAT).
final class SpatemReader {

  private SpatemReader() {}

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    List<SignalState> signals = new ArrayList<>();
    boolean hasIntersections = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("intersections")) {
        hasIntersections = true;
        json.enterArray();
        while (json.nextElement(Limits.INTERSECTIONS_MAX)) {
          signals.add(new SpatemIntersection().read(json, header.envelopeMs()));
        }
      } else {
        header.read(field, json);
      }
    }
    header.requireStation(json);
    json.require(hasIntersections, "intersections");
    return new Decoded.Signals(List.copyOf(signals));
  }
}
