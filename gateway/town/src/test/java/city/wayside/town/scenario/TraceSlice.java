package city.wayside.town.scenario;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.town.compose.Bundled;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The beginning of the demo town's traffic: some of its vehicles for some time, as a trace.
///
/// @param firstMs time of the first row
/// @param csv the trace
record TraceSlice(long firstMs, byte[] csv) {

  static TraceSlice of(int vehicles, int seconds) throws TraceException {
    StringBuilder csv = new StringBuilder("time_s,vehicle_id,lat,lon,speed_mps,heading_deg,type\n");
    long firstMs = Long.MIN_VALUE;
    try (TraceReader fleet = Bundled.fleet()) {
      while (fleet.next()) {
        firstMs = firstMs == Long.MIN_VALUE ? fleet.timeMs() : firstMs;
        if (fleet.timeMs() >= firstMs + seconds * 1000L) {
          break;
        }
        if (fleet.stationIndex() < vehicles) {
          csv.append(row(fleet));
        }
      }
    }
    return new TraceSlice(firstMs, csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String row(TraceReader fleet) {
    return String.format(
        Locale.ROOT,
        "%d,%d,%.6f,%.6f,%.2f,%.2f,%s%n",
        fleet.timeMs() / 1000,
        fleet.stationId(),
        fleet.latDeg(),
        fleet.lonDeg(),
        fleet.speedMps(),
        fleet.headingDeg(),
        fleet.type().word());
  }

  /// A reader at the first row.
  TraceReader open() throws TraceException {
    return TraceReader.open("slice.csv", new ByteArrayInputStream(csv), _ -> {});
  }
}
