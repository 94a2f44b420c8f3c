package city.wayside.messages.translation;

import city.wayside.model.message.StationType;

/// What the vehicle classes of SAE J2735 (DE_BasicVehicleClass) are in the model. Any thread;
/// stateless.
public final class VehicleClasses {

  private static final int TENS = 10;

  private VehicleClasses() {}

  /// The type of station for a class; [StationType#UNKNOWN] for 0 and for numbers that are not
  /// used. Emergency vehicles are special vehicles, whatever carries them.
  ///
  /// @param vehicleClass 0 to 255
  public static StationType typeOf(int vehicleClass) {
    return switch (vehicleClass) {
      case 1 -> StationType.SPECIAL_VEHICLE;
      case 56 -> StationType.TRAM; // transit-FixedGuideway
      case 82, 83, 84, 86 -> StationType.PEDESTRIAN;
      case 85 -> StationType.CYCLIST;
      case 93 -> StationType.TRAILER; // equipped-CargoTrailer
      default -> ofGroup(vehicleClass);
    };
  }

  /// The class for a type of station: that of its whole group; 0, which is unknown, where the
  /// standard has none.
  static int classOf(StationType type) {
    return switch (type) {
      case PEDESTRIAN -> 82;
      case CYCLIST -> 85;
      case MOTORCYCLE -> 40;
      case PASSENGER_CAR -> 10;
      case BUS -> 50;
      case LIGHT_TRUCK -> 20;
      case HEAVY_TRUCK -> 25;
      case TRAILER -> 93;
      case SPECIAL_VEHICLE -> 1;
      case TRAM -> 56;
      case ROAD_SIDE_UNIT -> 90;
      case UNKNOWN, MOPED, LIGHT_VRU_VEHICLE, ANIMAL, AGRICULTURAL -> 0;
    };
  }

  private static StationType ofGroup(int vehicleClass) {
    return switch (vehicleClass / TENS) {
      case 1 -> StationType.PASSENGER_CAR;
      case 2 -> vehicleClass < 25 ? StationType.LIGHT_TRUCK : StationType.HEAVY_TRUCK;
      case 3 -> StationType.HEAVY_TRUCK;
      case 4 -> StationType.MOTORCYCLE;
      case 5 -> StationType.BUS;
      case 6 -> StationType.SPECIAL_VEHICLE;
      case 9 -> StationType.ROAD_SIDE_UNIT;
      default -> StationType.UNKNOWN;
    };
  }
}
