package city.wayside.kit.load;

import city.wayside.kit.fleet.PayloadFormat;
import java.net.InetSocketAddress;

/// Who says what to which server.
///
/// @param server where the vehicles connect
/// @param connections vehicles, each with its own connection
/// @param firstStationId the first vehicle's station id; the others count on from it
/// @param seed decides the vehicles' ways and which message is what
/// @param format how beacons are written
/// @param hazardShare which share of all messages are hazards, 0 to 1
/// @param qos1Share which share of the beacons wants an answer, 0 to 1
public record LoadOptions(
    InetSocketAddress server,
    int connections,
    long firstStationId,
    long seed,
    PayloadFormat format,
    double hazardShare,
    double qos1Share) {

  /// Refuses what is no load.
  public LoadOptions {
    if (connections < 1) {
      throw new IllegalArgumentException("connections " + connections + " is below 1");
    }
    requireShare("hazardShare", hazardShare);
    requireShare("qos1Share", qos1Share);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " " + share + " is not 0 to 1");
    }
  }

  /// The same with other vehicles: a server remembers where the last ones were.
  public LoadOptions withOtherVehicles(int generation) {
    return new LoadOptions(
        server,
        connections,
        firstStationId + (long) generation * connections,
        seed + generation,
        format,
        hazardShare,
        qos1Share);
  }
}
