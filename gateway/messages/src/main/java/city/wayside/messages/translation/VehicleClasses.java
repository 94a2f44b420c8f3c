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
