package city.wayside.town.bench.ingest;

import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.kit.load.LoadOptions;
import city.wayside.town.bench.server.Peer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/// What is measured.
///
/// @param connections vehicles, each with its own connection
/// @param qos of their messages, 0 or 1; with 0, one message of a hundred has QoS 1 all the same,
///   to see how long messages take
/// @param format how they are written
/// @param mode at which rates
/// @param durationS how long each run sends
/// @param runs how many runs are counted
/// @param peers servers of others that take the same load in turn
/// @param settings environment variables for our server
public record IngestPlan(
    int connections,
    int qos,
    PayloadFormat format,
    Mode mode,
    int durationS,
    int runs,
    List<Peer> peers,
    Map<String, String> settings) {

  private static final double SENTINELS = 0.01;
  private static final long FIRST_STATION_ID = 1_000_000;

  /// At which rates.
  public sealed interface Mode {

    /// At one rate.
    ///
    /// @param perS messages a second of all vehicles together
    record Fixed(double perS) implements Mode {}

    /// As fast as the connections take it.
    record Blast() implements Mode {}

    /// At the highest rate that meets a latency, which is looked for first.
    ///
    /// @param p99MsMax 99 of 100 acknowledgements come within that time
    record Search(double p99MsMax) implements Mode {}
  }

  /// The load for a server.
  ///
  /// @param generation which vehicles: new ones for every run, for the last ones are remembered
  ///   where they were
  LoadOptions load(InetSocketAddress server, int generation) {
    return new LoadOptions(
            server, connections, FIRST_STATION_ID, 1, format, 0, qos == 0 ? SENTINELS : 1)
        .withOtherVehicles(generation);
  }

  /// The plan in a line.
  String line() {
    return "load         %d connections, MQTT 5 QoS %d, %s, %s, %d runs of %d s; the generator"
            .formatted(connections, qos, format.word(), words(), runs, durationS)
        + " shares the machine with the server";
  }

  private String words() {
    return switch (mode) {
      case Mode.Fixed(double perS) -> "%.0f messages/s".formatted(perS);
      case Mode.Blast() -> "as fast as the connections take it";
      case Mode.Search(double p99MsMax) ->
          "as fast as p99 stays within %.0f ms".formatted(p99MsMax);
    };
  }
}
