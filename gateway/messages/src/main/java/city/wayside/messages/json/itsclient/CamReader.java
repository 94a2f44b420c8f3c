package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// Reads a CAM (ETSI EN 302 637-2, TS 103 900). From 2.1.0 on, the fields of the high frequency
/// container are one level deeper, for that of a road-side unit, which has none, may stand instead.
final class CamReader {

  private final Header header;
  private final PositionFields position = new PositionFields();
  private long generationDelta = ABSENT;
  private boolean hasBasic;
  private boolean hasPosition;
  private boolean hasHighFrequency;
  private StationType type = StationType.UNKNOWN;
  private double speedMps = Double.NaN;
  private double headingDeg = Double.NaN;

  private CamReader(Header header) {
    this.header = header;
  }

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    return new CamReader(header).readMessage(json);
  }

  private Report readMessage(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "generation_delta_time" ->
            generationDelta = json.whole(0, ItsTime.GENERATION_DELTA_MODULUS_MS - 1);
        case "basic_container" -> readBasic(json);
        case "high_frequency_container" -> readHighFrequency(json);
        default -> header.read(field, json);
      }
    }
    header.requireStation(json);
    json.require(generationDelta, "generation_delta_time");
    json.require(hasBasic, "basic_container");
    json.require(hasHighFrequency, "high_frequency_container");
    return new Report(
        header.stationId(),
        type,
        MessageKind.CAM,
        SenderClock.unixMsOfGenerationDelta((int) generationDelta, header.envelopeMs()),
        position.point().latDeg(),
        position.point().lonDeg(),
        speedMps,
        headingDeg,
        position.accuracyM());
  }

  private void readBasic(JsonCursor json) throws Rejection {
    hasBasic = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "station_type" -> type = StationTypes.read(json);
        case "reference_position" -> {
          position.readPosition(json);
          hasPosition = true;
        }
        case "confidence" -> position.readConfidence(json);
        default -> json.skip();
      }
    }
    json.require(hasPosition, "reference_position");
  }

  private void readHighFrequency(JsonCursor json) throws Rejection {
    hasHighFrequency = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "basic_vehicle_container_high_frequency" -> readHighFrequency(json);
        case "heading" -> headingDeg = Measured.read(json, Quantity.HEADING);
        case "speed" -> speedMps = Measured.read(json, Quantity.SPEED);
        default -> json.skip();
      }
    }
  }
}
