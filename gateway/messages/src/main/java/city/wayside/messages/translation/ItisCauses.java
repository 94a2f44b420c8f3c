package city.wayside.messages.translation;

import city.wayside.model.event.EventCause;
import java.util.HashMap;
import java.util.Map;

/// Which phrases of ITIS (SAE J2540-2) say the same as causes of ETSI TS 102 894-2. Only what is
/// beyond doubt the same stands here; all else keeps its number and has no counterpart.
final class ItisCauses {

  /// `danger`: what may be said of every cause that has no phrase.
  static final int DANGER = 6917;

  /// causeCode, subCauseCode, ITIS number.
  private static final int[][] SAME = {
    {1, 0, 263}, // trafficCondition: traffic-congestion
    {1, 1, 260}, // increasedVolumeOfTraffic: heavy-traffic
    {1, 5, 257}, // trafficJam: stopped-traffic
    {2, 0, 513}, // accident: accident
    {2, 1, 517}, // multiVehicleAccident: multi-vehicle-accident
    {2, 2, 514}, // heavyAccident: serious-accident
    {2, 3, 524}, // accidentInvolvingLorry: accident-involving-a-truck
    {2, 4, 520}, // accidentInvolvingBus: accident-involving-a-bus
    {2, 5, 525}, // accidentInvolvingHazardousMaterials: the same
    {3, 0, 1025}, // roadworks: road-construction
    {3, 2, 1037}, // roadMarkingWork: road-marking-operations
    {5, 0, 5889}, // impassability: impassable
    {6, 0, 5897}, // adhesion: slippery
    {6, 2, 5902}, // fuelOnRoad: fuel-on-roadway
    {6, 3, 5898}, // mudOnRoad: mud-on-roadway
    {6, 4, 5916}, // snowOnRoad: snow-on-roadway
    {6, 5, 5906}, // iceOnRoad: ice
    {6, 6, 5908}, // blackIceOnRoad: black-ice
    {6, 7, 5903}, // oilOnRoad: oil-on-roadway
    {6, 8, 5901}, // looseChippings: loose-gravel
    {7, 0, 5894}, // aquaplaning: danger-of-hydroplaning
    {9, 0, 5904}, // surfaceCondition: road-surface-in-poor-condition
    {9, 1, 1309}, // rockfalls: rockfall
    {9, 2, 3093}, // earthquakeDamage: earthquake-damage
    {9, 4, 1297}, // subsidence: subsidence
    {9, 5, 5927}, // snowDrifts: snow-drifts
    {9, 6, 1285}, // stormDamage: storm-damage
    {9, 7, 1302}, // burstPipe: broken-water-main
    {9, 8, 3081}, // lava: lava-flow
    {9, 11, 1301}, // flooding: flooding
    {10, 0, 1281}, // obstacleOnTheRoad: obstruction-on-roadway
    {10, 1, 552}, // shedLoad: spilled-load
    {10, 5, 1294}, // fallenTrees: fallen-trees
    {11, 0, 1290}, // animalOnTheRoad: animal-on-roadway
    {11, 2, 1292}, // herdOfAnimals: herd-of-animals-on-roadway
    {11, 4, 1291}, // largeAnimals: large-animal-on-roadway
    {12, 0, 1286}, // humanPresenceOnTheRoad: people-on-roadway
    {12, 2, 1287}, // cyclistOnRoadway: bicyclists-on-roadway
    {14, 0, 1793}, // wrongWayDriving: vehicle-traveling-wrong-way
    {17, 0, 4865}, // extremeWeatherCondition: severe-weather
    {17, 1, 5127}, // strongWinds: strong-winds
    {17, 2, 4879}, // damagingHail: damaging-hail
    {17, 3, 5122}, // hurricane: hurricane
    {17, 4, 4881}, // thunderstorm: thunderstorms
    {17, 5, 5121}, // tornado: tornado
    {17, 6, 4866}, // blizzard: blizzard
    {18, 0, 5383}, // visibility: visibility-reduced
    {18, 1, 5378}, // fog: fog
    {18, 2, 5386}, // smoke: smoke-hazard
    {18, 6, 5388}, // lowSunGlare: low-sun-glare
    {18, 7, 5393}, // sandstorms: sandstorms
    {18, 8, 5403}, // swarmsOfInsects: swarms-of-insects
    {19, 1, 4885}, // rain: rain
    {19, 2, 4868}, // snowfall: snow
    {19, 3, 4880}, // hail: hail
    {26, 0, 2052}, // slowVehicle: slow-vehicle
    {26, 1, 2059}, // maintenanceVehicle: slow-moving-maintenance-vehicle
    {26, 2, 542}, // vehiclesSlowingToLookAtAccident: the same
    {26, 3, 2049}, // abnormalLoad: abnormal-load
    {26, 4, 2050}, // abnormalWideLoad: wide-load
    {26, 5, 2060}, // convoy: convoy
    {26, 6, 2066}, // winterMaintenanceSnowplough: snowplows
    {91, 0, 534}, // vehicleBreakdown: disabled-vehicle
    {94, 0, 532}, // stationaryVehicle: stalled-vehicle
    {94, 6, 540}, // vehicleOnFire: vehicle-on-fire
    {95, 0, 1796}, // emergencyVehicleApproaching: emergency-vehicles-on-roadway
  };

  private static final Map<EventCause, Integer> CODES = new HashMap<>();
  private static final Map<Integer, EventCause> CAUSES = new HashMap<>();

  static {
    for (int[] row : SAME) {
      EventCause cause = new EventCause(row[0], row[1]);
      if (CODES.put(cause, row[2]) != null || CAUSES.put(row[2], cause) != null) {
        throw new IllegalStateException("ITIS " + row[2] + " stands twice");
      }
    }
  }

  private ItisCauses() {}

  /// The cause that a phrase tells; [EventCause#NONE] for all others.
  static EventCause causeOf(int code) {
    return CAUSES.getOrDefault(code, EventCause.NONE);
  }

  /// The phrase for a cause: that of its sub-cause, else of the cause as such, else [#DANGER].
  static int codeOf(EventCause cause) {
    Integer exact = CODES.get(cause);
    return exact != null ? exact : CODES.getOrDefault(new EventCause(cause.causeCode(), 0), DANGER);
  }
}
