package city.wayside.road.source;

import city.wayside.road.network.Level;
import city.wayside.road.network.SegmentDraft;
import java.util.Locale;
import java.util.Set;

/// Which OpenStreetMap ways motor vehicles drive on, in which directions, how fast, on how many
/// lanes. Source: wiki.openstreetmap.org, Key:highway, Key:oneway, Key:maxspeed, Key:lanes.
final class Highway {

  private static final Set<String> DRIVABLE =
      Set.of(
          "motorway",
          "motorway_link",
          "trunk",
          "trunk_link",
          "primary",
          "primary_link",
          "secondary",
          "secondary_link",
          "tertiary",
          "tertiary_link",
          "unclassified",
          "residential",
          "living_street",
          "service",
          "road",
          "busway");

  private static final Set<String> CLOSED = Set.of("no", "private");

  private static final double MPS_PER_KMH = 1 / 3.6;
  private static final double MPS_PER_MPH = 0.44704;
  private static final double MPS_PER_KNOT = 1852 / 3600.0;
  private static final double WALKING_MPS = 7 * MPS_PER_KMH;

  private Highway() {}

  /// The directions in which a way is driven.
  enum Direction {
    BOTH,
    FORWARD,
    BACKWARD
  }

  /// True for a way that motor vehicles may use.
  static boolean isDrivable(WayTags tags) {
    if (!DRIVABLE.contains(tags.highway) || tags.area.equals("yes")) {
      return false;
    }
    if (tags.highway.equals("service") && tags.service.equals("parking_aisle")) {
      return false;
    }
    // The more special key decides: access=no with motor_vehicle=yes is open.
    String allowed = tags.access;
    if (!tags.vehicle.isEmpty()) {
      allowed = tags.vehicle;
    }
    if (!tags.motorVehicle.isEmpty()) {
      allowed = tags.motorVehicle;
    }
    boolean isForBuses = tags.bus.equals("yes") || tags.bus.equals("designated");
    return !CLOSED.contains(allowed) || isForBuses;
  }

  static Direction direction(WayTags tags) {
    return switch (tags.oneway) {
      case "yes", "true", "1" -> Direction.FORWARD;
      case "-1", "reverse" -> Direction.BACKWARD;
      case "no", "false", "0" -> Direction.BOTH;
      default -> isOnewayByKind(tags) ? Direction.FORWARD : Direction.BOTH;
    };
  }

  private static boolean isOnewayByKind(WayTags tags) {
    return tags.highway.equals("motorway")
        || tags.highway.equals("motorway_link")
        || tags.junction.equals("roundabout")
        || tags.junction.equals("circular");
  }

  /// The limit in one direction; `NaN` when it is not tagged or depends on something.
  static double speedLimitMps(WayTags tags, boolean isForward) {
    String own = isForward ? tags.maxspeedForward : tags.maxspeedBackward;
    return speedMps(own.isEmpty() ? tags.maxspeed : own);
  }

  /// A speed as mappers write it: `50`, `50 km/h`, `30 mph`, `5 knots`, `walk`; `NaN` for all else.
  static double speedMps(String text) {
    String value = text.trim().toLowerCase(Locale.ROOT);
    if (value.equals("walk")) {
      return WALKING_MPS;
    }
    int digits = 0;
    while (digits < value.length()
        && (Character.isDigit(value.charAt(digits)) || value.charAt(digits) == '.')) {
      digits++;
    }
    double perUnitMps =
        switch (value.substring(digits).trim()) {
          case "", "km/h", "kmh", "kph" -> MPS_PER_KMH;
          case "mph" -> MPS_PER_MPH;
          case "knots" -> MPS_PER_KNOT;
          default -> Double.NaN;
        };
    try {
      double speedMps = Double.parseDouble(value.substring(0, digits)) * perUnitMps;
      boolean isBelievable = speedMps > 0 && speedMps <= SegmentDraft.SPEED_LIMIT_MPS_MAX;
      return isBelievable ? speedMps : Double.NaN;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /// Lanes in one direction; 0 when not tagged.
  static int lanes(WayTags tags, boolean isForward) {
    int own = count(isForward ? tags.lanesForward : tags.lanesBackward);
    if (own > 0) {
      return own;
    }
    int all = count(tags.lanes);
    return direction(tags) == Direction.BOTH ? (all + 1) / 2 : all;
  }

  /// Where a way lies. A bridge without layer is one above the ground, a tunnel one below, and a
  /// way through a house on the ground.
  static Level level(WayTags tags) {
    boolean isBridge = !tags.bridge.isEmpty() && !tags.bridge.equals("no");
    boolean isTunnel = !tags.tunnel.isEmpty() && !tags.tunnel.equals("no");
    int usual = isBridge ? 1 : 0;
    if (isTunnel && !tags.tunnel.equals("building_passage")) {
      usual = -1;
    }
    return new Level(layer(tags.layer, usual), isBridge, isTunnel);
  }

  private static int layer(String text, int otherwise) {
    try {
      int layer = Integer.parseInt(text.trim());
      return Math.abs(layer) <= Level.LAYER_MAX ? layer : otherwise;
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  private static int count(String text) {
    try {
      int count = Integer.parseInt(text.trim());
      return count >= 1 && count <= SegmentDraft.LANES_MAX ? count : 0;
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
