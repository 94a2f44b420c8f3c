package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.Grant;

/// What registered clients are granted.
///
/// @param vehicleRatePerS for vehicles whose record names no rate
/// @param rsuRatePerS for roadside units whose record names no rate
record Grants(double vehicleRatePerS, double rsuRatePerS) {

  /// What a client may do.
  Grant of(ClientRecord client) {
    double roleRatePerS =
        switch (client.role()) {
          case VEHICLE -> vehicleRatePerS;
          case RSU -> rsuRatePerS;
        };
    return new Grant(
        client.name(),
        client.role(),
        client.speaksFor(),
        client.ratePerS() == null ? roleRatePerS : client.ratePerS());
  }
}
