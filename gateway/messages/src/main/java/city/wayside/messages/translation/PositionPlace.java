package city.wayside.messages.translation;

import city.wayside.messages.measure.Quantity;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Type;
import city.wayside.model.area.GeoPoint;

/// Where a message has a position in steps of 1e-7 degrees.
///
/// SAE's longitudes begin one step further east than ETSI's, so that the same bits mean a longitude
/// that is one step less in ETSI's family; each family is read and written by its own declaration.
record PositionPlace(Path lat, Path lon) {

  static PositionPlace of(Type holder, String lat, String lon) {
    return new PositionPlace(Path.of(holder, lat), Path.of(holder, lon));
  }

  /// The position; its coordinates are `NaN` when it is absent or the sender had none.
  GeoPoint read(Values values) {
    double latDeg = values.measure(lat, Quantity.LATITUDE);
    double lonDeg = values.measure(lon, Quantity.LONGITUDE);
    return Double.isNaN(latDeg) || Double.isNaN(lonDeg)
        ? new GeoPoint(Double.NaN, Double.NaN)
        : new GeoPoint(latDeg, lonDeg);
  }

  /// Writes a position.
  ///
  /// @param what what is there, for the refusal, which says no position
  /// @return the position as it will be read
  GeoPoint write(Draft draft, long at, GeoPoint point, String what) throws Malformed {
    if (!point.isPosition()) {
      throw Framing.impossible(
          what + " is no position, must be within 90 degrees north and 180 degrees east");
    }
    long latSteps = Quantity.LATITUDE.wireOf(point.latDeg());
    long lonSteps = Quantity.LONGITUDE.wireOf(point.lonDeg());
    if (lonSteps < ((IntegerType) lon.target()).min()) {
      // The antimeridian, which SAE counts from the other side only.
      lonSteps += Way.TURN;
    }
    draft.put(at, lat, latSteps);
    draft.put(at, lon, lonSteps);
    return new GeoPoint(Quantity.LATITUDE.valueOf(latSteps), Quantity.LONGITUDE.valueOf(lonSteps));
  }
}
