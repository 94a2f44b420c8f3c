package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.StationType;

/// What a perceived object is: the surest of the classes that the sender names, and of equally sure
/// ones the first.
final class CpmClass {

  /// VehicleSubclass of TR 103 562 by code: the codes of the versions before 2.1.0.
  private static final StationType[] RELEASE_1_VEHICLES = {
    StationType.UNKNOWN,
    StationType.PASSENGER_CAR,
    StationType.BUS,
    StationType.LIGHT_TRUCK,
    StationType.HEAVY_TRUCK,
    StationType.TRAILER,
    StationType.SPECIAL_VEHICLE,
    StationType.TRAM,
    StationType.SPECIAL_VEHICLE, // emergency vehicle
    StationType.AGRICULTURAL,
  };

  private static final int CODE_MAX = 255;
  private static final int PROFILE_MAX = 15;
  private static final int MOPED = 1;
  private static final int CONFIDENCE_UNAVAILABLE = 101;

  private Candidate best = Candidate.NONE;

  /// One class. A vehicle's code means something else in each release, so it is read at the end.
  private record Candidate(StationType type, int vehicleCode, boolean isTraffic, int confidence) {

    static final int NOT_A_VEHICLE = -1;
    static final Candidate NONE = new Candidate(StationType.UNKNOWN, NOT_A_VEHICLE, true, -1);

    static Candidate of(StationType type) {
      return new Candidate(type, NOT_A_VEHICLE, true, 0);
    }

    Candidate sure(int confidencePercent) {
      return new Candidate(type, vehicleCode, isTraffic, confidencePercent);
    }
  }

  /// Reads the list of classes on which the cursor stands.
  void read(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(Limits.CLASSES_MAX)) {
      Candidate candidate = readCandidate(json);
      if (candidate.confidence > best.confidence) {
        best = candidate;
      }
    }
  }

  /// False for things that take no part in traffic.
  boolean isTrafficParticipant() {
    return best.isTraffic;
  }

  /// The type in the model's terms.
  ///
  /// @param isRelease2 true for the vehicle codes of TS 103 324
  StationType type(boolean isRelease2) {
    if (best.vehicleCode == Candidate.NOT_A_VEHICLE) {
      return best.type;
    }
    if (isRelease2) {
      return StationType.ofCode(best.vehicleCode).orElse(StationType.UNKNOWN);
    }
    return best.vehicleCode < RELEASE_1_VEHICLES.length
        ? RELEASE_1_VEHICLES[best.vehicleCode]
        : StationType.UNKNOWN;
  }

  private static Candidate readCandidate(JsonCursor json) throws Rejection {
    Candidate candidate = Candidate.NONE;
    int confidence = 0;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "object_class" -> candidate = readClass(json);
        case "confidence" ->
            confidence = json.count(0, CONFIDENCE_UNAVAILABLE) % CONFIDENCE_UNAVAILABLE;
        default -> json.skip();
      }
    }
    return candidate.sure(confidence);
  }

  private static Candidate readClass(JsonCursor json) throws Rejection {
    Candidate candidate = Candidate.NONE;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "vehicle" ->
            candidate = new Candidate(StationType.UNKNOWN, json.count(0, CODE_MAX), true, 0);
        case "single_vru", "vru" -> candidate = Candidate.of(readVulnerable(json));
        case "vru_group", "group" -> {
          json.skip();
          candidate = Candidate.of(StationType.PEDESTRIAN);
        }
        case "other" -> {
          json.whole(0, CODE_MAX);
          candidate = new Candidate(StationType.UNKNOWN, Candidate.NOT_A_VEHICLE, false, 0);
        }
        default -> json.skip();
      }
    }
    return candidate;
  }

  /// The schemas write `motorcylist`, which one day may be mended.
  private static StationType readVulnerable(JsonCursor json) throws Rejection {
    StationType type = StationType.UNKNOWN;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "pedestrian" -> {
          json.whole(0, PROFILE_MAX);
          type = StationType.PEDESTRIAN;
        }
        case "bicyclist", "bicyclist_and_light_vru_vehicle" ->
            type = rider(json.count(0, PROFILE_MAX));
        case "motorcylist", "motorcyclist" ->
            type = json.count(0, PROFILE_MAX) == MOPED ? StationType.MOPED : StationType.MOTORCYCLE;
        case "animal" -> {
          json.whole(0, PROFILE_MAX);
          type = StationType.ANIMAL;
        }
        default -> json.skip();
      }
    }
    return type;
  }

  private static StationType rider(int profile) {
    return switch (profile) {
      // Unavailable, bicyclist, pedelec, speed pedelec.
      case 0, 1, 7, 8 -> StationType.CYCLIST;
      default -> StationType.LIGHT_VRU_VEHICLE;
    };
  }
}
