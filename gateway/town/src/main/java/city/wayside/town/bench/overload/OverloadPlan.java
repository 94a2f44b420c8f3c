package city.wayside.town.bench.overload;

import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.kit.load.LoadOptions;
import city.wayside.kit.load.Pace;
import java.net.InetSocketAddress;
import java.util.Map;

/// Too much, and for how long.
///
/// @param connections vehicles, each with its own connection
/// @param format how beacons are written
/// @param capacityPerS what the server takes, messages a second; 0 to find it out first
/// @param factor how many times that is offered
/// @param durationS for how long
/// @param hazardShare which share of all messages are hazards
/// @param p99MsMax what counts as in time: 99 of 100 acknowledgements of beacons within so long
/// @param settings environment variables for our server
public record OverloadPlan(
    int connections,
    PayloadFormat format,
    double capacityPerS,
    double factor,
    int durationS,
    double hazardShare,
    double p99MsMax,
    Map<String, String> settings) {

  /// Half of the beacons want an answer.
  private static final double QOS_1_SHARE = 0.5;

  private static final long FIRST_STATION_ID = 5_000_000;

  /// Beyond that rate the generator writes several messages of a vehicle at a time.
  private static final double WRITES_PER_S_MAX = 15_000;

  /// The load without hazards, to find out what the server takes.
  LoadOptions beacons(InetSocketAddress server) {
    return new LoadOptions(server, connections, FIRST_STATION_ID, 1, format, 0, QOS_1_SHARE);
  }

  /// The load with hazards.
  LoadOptions all(InetSocketAddress server) {
    return new LoadOptions(
        server, connections, FIRST_STATION_ID + connections, 2, format, hazardShare, QOS_1_SHARE);
  }

  /// A pace that the generator can bear.
  static Pace pace(double perS) {
    return new Pace(perS, Math.max(1, (int) Math.ceil(perS / WRITES_PER_S_MAX)));
  }
}
