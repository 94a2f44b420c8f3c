package city.wayside.model.event;

import city.wayside.model.area.GeoPoint;
import java.util.List;

/// Where an event is. Numbers that the sender left out are `NaN`.
///
/// @param position the event itself, or the reference point of its area; its coordinates are `NaN`
///   when the sender did not say
/// @param accuracyM radius of the 95 % position confidence circle
/// @param headingDeg direction of travel that leads into it, clockwise from north
/// @param speedMps how fast the event itself moves
/// @param traces ways that lead to it, each from the event backwards; empty when none was given
/// @param zones ways or borders of the area where it holds, in driving direction; empty when none
///   was given
public record EventPlace(
    GeoPoint position,
    double accuracyM,
    double headingDeg,
    double speedMps,
    List<List<GeoPoint>> traces,
    List<List<GeoPoint>> zones) {}
