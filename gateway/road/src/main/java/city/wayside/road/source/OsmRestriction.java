package city.wayside.road.source;

import city.wayside.road.source.OsmRelation.MemberKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A turn restriction (wiki.openstreetmap.org, Relation:restriction) that holds for the motor
/// vehicles of a city at all times.
///
/// @param id the relation's id
/// @param isOnly true when the way along it is the only one, false when it is forbidden
/// @param from ways on one of which it begins
/// @param to ways on one of which it ends
/// @param viaNode the node where they meet; `null` when ways lie between them
/// @param viaWays the ways between them
record OsmRestriction(
    long id,
    boolean isOnly,
    List<Long> from,
    List<Long> to,
    @Nullable Long viaNode,
    List<Long> viaWays) {

  /// One network serves all vehicles: a turn that cars or buses may take is none that is missing.
  private static final Set<String> SERVED = Set.of("motorcar", "motor_vehicle", "bus", "psv");

  /// The more special key decides.
  private static final List<String> KEYS =
      List.of("restriction:motorcar", "restriction:motor_vehicle", "restriction");

  private static final List<String> CONDITIONAL_KEYS =
      List.of(
          "restriction:motorcar:conditional",
          "restriction:motor_vehicle:conditional",
          "restriction:conditional");

  /// How they were told before conditional restrictions.
  private static final List<String> TIMES = List.of("day_on", "day_off", "hour_on", "hour_off");

  /// What a relation means to motor vehicles.
  enum Meaning {
    /// A turn restriction that holds always.
    ALWAYS,
    /// A turn restriction that holds at times.
    AT_TIMES,
    /// No turn restriction, or one for other vehicles.
    NONE
  }

  static Meaning meaning(OsmRelation relation) {
    if (!relation.tag("type").equals("restriction")) {
      return Meaning.NONE;
    }
    String kind = kind(relation);
    if (kind.isEmpty()) {
      boolean isConditional = CONDITIONAL_KEYS.stream().anyMatch(relation.tags()::containsKey);
      return isConditional ? Meaning.AT_TIMES : Meaning.NONE;
    }
    for (String vehicle : relation.tag("except").split(";")) {
      if (SERVED.contains(vehicle.strip())) {
        return Meaning.NONE;
      }
    }
    boolean hasTimes = TIMES.stream().anyMatch(relation.tags()::containsKey);
    return hasTimes ? Meaning.AT_TIMES : Meaning.ALWAYS;
  }

  private static String kind(OsmRelation relation) {
    for (String key : KEYS) {
      String kind = relation.tag(key);
      if (!kind.isEmpty()) {
        return kind.equals("none") ? "" : kind;
      }
    }
    return "";
  }

  /// The restriction of a relation that means one; `null` when its kind or members are not those of
  /// a restriction.
  static @Nullable OsmRestriction of(OsmRelation relation) {
    String kind = kind(relation);
    boolean isOnly = kind.startsWith("only_");
    List<Long> from = relation.members(MemberKind.WAY, "from");
    List<Long> to = relation.members(MemberKind.WAY, "to");
    List<Long> viaNodes = relation.members(MemberKind.NODE, "via");
    List<Long> viaWays = relation.members(MemberKind.WAY, "via");
    boolean isComplete =
        !from.isEmpty() && !to.isEmpty() && (viaNodes.size() == 1) == viaWays.isEmpty();
    if (!isComplete || viaNodes.size() > 1 || !(isOnly || kind.startsWith("no_"))) {
      return null;
    }
    Long viaNode = viaNodes.isEmpty() ? null : viaNodes.getFirst();
    return new OsmRestriction(relation.id(), isOnly, from, to, viaNode, viaWays);
  }
}
