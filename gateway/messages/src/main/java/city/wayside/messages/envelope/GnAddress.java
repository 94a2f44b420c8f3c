package city.wayside.messages.envelope;

import city.wayside.model.message.StationType;
import java.util.Optional;

/// A GeoNetworking address (ETSI EN 302 636-4-1 §6.3): manual bit, station type, reserved bits and
/// the link-layer address. It changes with the pseudonym and is no durable key of a vehicle.
///
/// @param value its 64 bits, first bit highest
public record GnAddress(long value) {

  private static final int MANUAL_BIT = 63;
  private static final int STATION_TYPE_BIT = 58;
  private static final long STATION_TYPE_MASK = 0x1F;
  private static final long LINK_LAYER_MASK = 0xFFFF_FFFF_FFFFL;

  /// True when the address was configured, not made by the station itself.
  public boolean isManual() {
    return value >>> MANUAL_BIT != 0;
  }

  /// The code of the station type, 0 to 31.
  public int stationTypeCode() {
    return (int) (value >>> STATION_TYPE_BIT & STATION_TYPE_MASK);
  }

  /// The station type, or nothing for a code that the standard does not have.
  public Optional<StationType> stationType() {
    return StationType.ofCode(stationTypeCode());
  }

  /// The 48-bit link-layer address.
  public long linkLayerAddress() {
    return value & LINK_LAYER_MASK;
  }
}
