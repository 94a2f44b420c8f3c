package city.wayside.town.bench.coap;

import city.wayside.kit.coap.DerivedKeys;
import city.wayside.kit.coap.SharedKeys;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.kit.load.LoadOptions;
import city.wayside.kit.load.Pace;
import city.wayside.town.bench.coap.BenchClients.Generations;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is measured.
///
/// @param connections vehicles, each with its own socket
/// @param isSecured whether each has its own identity and DTLS session as well
/// @param pace how fast they talk
/// @param durationS how long each run sends
/// @param runs how many runs are counted, after one to warm up
/// @param hasPeer whether Californium's bare server takes the same load in turn
/// @param settings environment variables for our server
public record CoapPlan(
    int connections,
    boolean isSecured,
    Pace pace,
    int durationS,
    int runs,
    boolean hasPeer,
    Map<String, String> settings) {

  static final long FIRST_STATION_ID = 1_000_000;

  /// Takes a copy.
  public CoapPlan {
    settings = Map.copyOf(settings);
  }

  /// Which vehicles there will be: new ones for every run, for the last ones are remembered where
  /// they were. One to warm up with few, one to warm up with all, and those that are counted.
  Generations generations() {
    return new Generations(FIRST_STATION_ID, connections, runs + 2);
  }

  /// The load for a server.
  LoadOptions load(InetSocketAddress server, int vehicles, int generation) {
    return new LoadOptions(
        server,
        vehicles,
        FIRST_STATION_ID + (long) generation * connections,
        1 + generation,
        PayloadFormat.PROBE,
        0,
        1);
  }

  /// With which key each vehicle comes; nothing over plain CoAP.
  @Nullable SharedKeys keys() {
    if (!isSecured) {
      return null;
    }
    Generations generations = generations();
    return stationId -> DerivedKeys.of(generations.identity(stationId));
  }

  /// The plan in a line.
  String line() {
    String speed =
        Double.isInfinite(pace.perS())
            ? "as fast as answers come, %d messages under way".formatted(pace.underWayMax())
            : "%.0f messages/s".formatted(pace.perS());
    String below =
        isSecured ? " over DTLS 1.2 (PSK, AES-128-CCM-8, connection id)" : " over plain UDP";
    return ("load         %d clients, CoAP CON POST%s, %s, probe, %d runs of %d s; the generator"
            + " shares the machine with the server")
        .formatted(connections, below, speed, runs, durationS);
  }
}
