package city.wayside.kit.fleet;

/// A load at a constant rate, whatever the server makes of it.
///
/// @param connections vehicles, each with its own connection
/// @param ratePerS messages a second of all vehicles together
/// @param durationS how long messages are sent, after all connections are there
/// @param firstStationId the first vehicle's station id; the others count on from it
/// @param seed decides the vehicles' ways
public record LoadOptions(
    int connections, double ratePerS, int durationS, long firstStationId, long seed) {

  /// Refuses what is no load.
  public LoadOptions {
    if (connections < 1) {
      throw new IllegalArgumentException("connections " + connections + " is below 1");
    }
    if (!(ratePerS > 0 && ratePerS <= 1e6)) {
      throw new IllegalArgumentException("ratePerS " + ratePerS + " is not above 0, up to 1e6");
    }
    if (durationS < 1) {
      throw new IllegalArgumentException("durationS " + durationS + " is below 1");
    }
  }
}
