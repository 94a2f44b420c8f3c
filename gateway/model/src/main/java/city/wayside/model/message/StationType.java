package city.wayside.model.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of station of ETSI TS 102 894-2 (DE_StationType / TrafficParticipantType), by their
/// codes.
public enum StationType {
  UNKNOWN(0, "unknown"),
  PEDESTRIAN(1, "pedestrian"),
  CYCLIST(2, "cyclist"),
  MOPED(3, "moped"),
  MOTORCYCLE(4, "motorcycle"),
  PASSENGER_CAR(5, "passengerCar"),
  BUS(6, "bus"),
  LIGHT_TRUCK(7, "lightTruck"),
  HEAVY_TRUCK(8, "heavyTruck"),
  TRAILER(9, "trailer"),
  SPECIAL_VEHICLE(10, "specialVehicle"),
  TRAM(11, "tram"),
  LIGHT_VRU_VEHICLE(12, "lightVruVehicle"),
  ANIMAL(13, "animal"),
  AGRICULTURAL(14, "agricultural"),
  ROAD_SIDE_UNIT(15, "roadSideUnit");

  private static final StationType[] BY_CODE = values();

  /// The answers of [#ofCode], made once: it is asked for every message.
  private static final List<Optional<StationType>> FOUND =
      Arrays.stream(BY_CODE).map(Optional::of).toList();

  private final int code;
  private final String word;

  StationType(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /// The standard's numeric code, 0 to 15.
  public int code() {
    return code;
  }

  /// The standard's identifier in lower camel case, as it stands in JSON.
  public String word() {
    return word;
  }

  /// True for what drives on the carriageway and so belongs in traffic figures.
  public boolean isRoadVehicle() {
    return switch (this) {
      case MOTORCYCLE, PASSENGER_CAR, BUS, LIGHT_TRUCK, HEAVY_TRUCK, TRAILER, SPECIAL_VEHICLE ->
          true;
      // A station that does not say what it is reports from the road until shown otherwise.
      case UNKNOWN -> true;
      case PEDESTRIAN,
          CYCLIST,
          MOPED,
          TRAM,
          LIGHT_VRU_VEHICLE,
          ANIMAL,
          AGRICULTURAL,
          ROAD_SIDE_UNIT ->
          false;
    };
  }

  /// The type with this code, or nothing where the standard has none.
  public static Optional<StationType> ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? FOUND.get(code) : Optional.empty();
  }

  /// The type with this identifier, compared without regard to case.
  public static Optional<StationType> ofWord(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    for (StationType type : BY_CODE) {
      if (type.word.toLowerCase(Locale.ROOT).equals(wanted)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
