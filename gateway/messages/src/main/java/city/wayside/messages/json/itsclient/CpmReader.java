package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Reads a CPM: before 2.1.0 that of ETSI TR 103 562, with a GenerationDeltaTime and objects in the
/// frame of the sending vehicle or, from a road-side unit, to east and north; since then that of TS
/// 103 324, with a TimestampIts and all objects to east and north.
final class CpmReader {

  private final Header header;
  private final PositionFields position = new PositionFields();
  private final List<CpmObject> objects = new ArrayList<>();
  private long generationDelta = ABSENT;
  private long referenceIts = ABSENT;
  private boolean hasManagement;
  private boolean hasPosition;
  private boolean isVehicle;
  private boolean isBackward;
  private double headingDeg = Double.NaN;
  private double speedMps = Double.NaN;

  private CpmReader(Header header) {
    this.header = header;
  }

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    return new CpmReader(header).readMessage(json);
  }

  private Decoded readMessage(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "generation_delta_time" ->
            generationDelta = json.whole(0, ItsTime.GENERATION_DELTA_MODULUS_MS - 1);
        case "management_container" -> readManagement(json);
        case "station_data_container" -> readStationData(json);
        case "perceived_object_container" -> readObjects(json);
        default -> header.read(field, json);
      }
    }
    header.requireStation(json);
    json.require(hasManagement, "management_container");
    if (referenceIts == ABSENT) {
      json.require(generationDelta, "generation_delta_time");
    }
    return new Decoded.Reports(reports());
  }

  private List<Report> reports() throws Rejection {
    CpmFrame frame = frame();
    long madeMs = madeMs();
    boolean isRelease2 = referenceIts != ABSENT;
    List<Report> reports = new ArrayList<>(objects.size());
    for (int index = 0; index < objects.size(); index++) {
      CpmObject object = objects.get(index);
      if (object.isTrafficParticipant()) {
        long unnamedId = Decoded.Reports.UNNAMED_OBJECT_ID + index;
        reports.add(object.report(frame, madeMs, unnamedId, isRelease2));
      }
    }
    return List.copyOf(reports);
  }

  private long madeMs() {
    if (referenceIts == ABSENT) {
      return SenderClock.unixMsOfGenerationDelta((int) generationDelta, header.envelopeMs());
    }
    long madeMs = ItsTime.unixMsOfTimestamp(referenceIts);
    return madeMs + SenderClock.missedMs(madeMs, header.envelopeMs());
  }

  private CpmFrame frame() throws Rejection {
    if (!isVehicle) {
      return CpmFrame.eastAndNorth(position.point(), position.accuracyM());
    }
    if (Double.isNaN(headingDeg) && !objects.isEmpty()) {
      throw new Rejection(
          Refusal.OUT_OF_RANGE,
          "message.station_data_container.originating_vehicle_container.heading is not available,"
              + " must be known for objects in the vehicle's frame");
    }
    return CpmFrame.ofVehicle(
        position.point(), position.accuracyM(), headingDeg, speedMps, isBackward);
  }

  private void readManagement(JsonCursor json) throws Rejection {
    hasManagement = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "reference_time" -> referenceIts = json.whole(0, ItsTime.TIMESTAMP_ITS_MAX);
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

  private void readStationData(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("originating_vehicle_container")) {
        readVehicle(json);
      } else {
        json.skip();
      }
    }
  }

  private void readVehicle(JsonCursor json) throws Rejection {
    isVehicle = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "heading" -> headingDeg = json.quantity(Quantity.HEADING);
        case "speed" -> speedMps = json.quantity(Quantity.SPEED);
        case "drive_direction" -> isBackward = json.whole(0, 2) == 1;
        default -> json.skip();
      }
    }
  }

  private void readObjects(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(Limits.OBJECTS_MAX)) {
      CpmObject object = new CpmObject();
      object.read(json);
      objects.add(object);
    }
  }
}
