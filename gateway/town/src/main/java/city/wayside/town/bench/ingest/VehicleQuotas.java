package city.wayside.town.bench.ingest;

import java.util.HashMap;
import java.util.Map;

/// The quotas of one vehicle, lifted: a thousand vehicles of a benchmark say what ten or a hundred
/// thousand would.
public final class VehicleQuotas {

  private static final Map<String, String> LIFTED =
      Map.of(
          "WAYSIDE_EDGE_ADMISSION_STATION_RATE_PER_S", "1000",
          "WAYSIDE_EDGE_ADMISSION_STATION_BURST", "10000",
          "WAYSIDE_EDGE_ADMISSION_CLIENT_RATE_PER_S", "10000");

  private VehicleQuotas() {}

  /// Settings of the server under test.
  ///
  /// @param given go before
  public static Map<String, String> lifted(Map<String, String> given) {
    Map<String, String> settings = new HashMap<>(LIFTED);
    settings.putAll(given);
    return settings;
  }
}
