package city.wayside.messages.translation;

import city.wayside.messages.etsi.cdd.PerceivedObjects;
import city.wayside.messages.etsi.cdd.RoadUsers;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.message.StationType;

/// What vulnerable road users and perceived objects are in the model (ETSI TS 102 894-2,
/// VruProfileAndSubprofile and ObjectClass).
final class RoadUserTypes {

  private static final Path PEDESTRIAN = profile("pedestrian");
  private static final Path BICYCLIST = profile("bicyclistAndLightVruVehicle");
  private static final Path MOTORCYCLIST = profile("motorcyclist");
  private static final Path ANIMAL = profile("animal");

  private static final Path VEHICLE = objectClass("vehicleSubClass");
  private static final Path ROAD_USER = objectClass("vruSubClass");
  private static final Path GROUP = objectClass("groupSubClass");

  private static final int MOPED = 1;

  private RoadUserTypes() {}

  private static Path profile(String name) {
    return Path.of(RoadUsers.VRU_PROFILE_AND_SUBPROFILE, name);
  }

  private static Path objectClass(String name) {
    return Path.of(PerceivedObjects.OBJECT_CLASS, name);
  }

  /// The type of a profile.
  ///
  /// @param profile a VruProfileAndSubprofile
  static StationType ofProfile(Values profile) {
    if (profile.has(PEDESTRIAN)) {
      return StationType.PEDESTRIAN;
    }
    if (profile.has(BICYCLIST)) {
      return ofBicyclist((int) profile.cell(BICYCLIST));
    }
    if (profile.has(MOTORCYCLIST)) {
      return profile.cell(MOTORCYCLIST) == MOPED ? StationType.MOPED : StationType.MOTORCYCLE;
    }
    return profile.has(ANIMAL) ? StationType.ANIMAL : StationType.UNKNOWN;
  }

  private static StationType ofBicyclist(int subProfile) {
    return switch (subProfile) {
      // Wheelchair, horse, roller skates, e-scooter, personal transporter.
      case 2, 3, 4, 5, 6 -> StationType.LIGHT_VRU_VEHICLE;
      default -> StationType.CYCLIST;
    };
  }

  /// The type of a perceived object's class. A group of road users counts as pedestrians, for that
  /// is what groups are made of unless their profiles say otherwise, which is not looked at.
  ///
  /// @param objectClass an ObjectClass
  static StationType ofObject(Values objectClass) {
    if (objectClass.has(VEHICLE)) {
      return StationType.ofCode((int) objectClass.cell(VEHICLE)).orElse(StationType.UNKNOWN);
    }
    long profile = objectClass.cell(ROAD_USER);
    if (profile != Tape.ABSENT) {
      return ofProfile(objectClass.at(profile));
    }
    return objectClass.has(GROUP) ? StationType.PEDESTRIAN : StationType.UNKNOWN;
  }
}
