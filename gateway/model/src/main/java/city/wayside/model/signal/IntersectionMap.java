package city.wayside.model.signal;

import city.wayside.model.area.GeoPoint;
import java.util.List;

/// The lanes of one intersection and what connects them (MAPEM, J2735 MAP).
///
/// @param intersection which intersection
/// @param revision its number, 0 to 127; signals name the one that they belong to
/// @param name its name; empty when none was given
/// @param referencePoint where its lanes are measured from
/// @param lanes all lanes
public record IntersectionMap(
    IntersectionKey intersection,
    int revision,
    String name,
    GeoPoint referencePoint,
    List<Lane> lanes) {}
