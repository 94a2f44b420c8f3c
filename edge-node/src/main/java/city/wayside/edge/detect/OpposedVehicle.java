package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;

/// A vehicle that drives against its road, as its newest report shows it.
///
/// @param segmentIndex the segment whose direction it drives against
/// @param offsetM where on it, from its start
/// @param sinceMs since when
/// @param newestMs of its newest report
/// @param reportsCount how many reports in a row showed it
/// @param wayM how far it has driven so
/// @param isExact whether its reports say how accurate they are
record OpposedVehicle(
    int segmentIndex,
    double offsetM,
    GeoPoint position,
    double headingDeg,
    double speedMps,
    long sinceMs,
    long newestMs,
    int reportsCount,
    double wayM,
    boolean isExact) {}
