package city.wayside.server.stream;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Readings;
import city.wayside.server.json.Decimals;
import city.wayside.server.json.JsonBytes;
import city.wayside.server.json.Timestamps;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// How the gateway is doing, from this process's own metrics: counters are totals since its start.
final class StatusJson {

  private final Readings readings;
  private final InstantSource clock;

  StatusJson(Readings readings, InstantSource clock) {
    this.readings = readings;
    this.clock = clock;
  }

  /// The status now. May take milliseconds; for virtual threads.
  byte[] read() {
    Map<String, Double> refused = new TreeMap<>(readings.read(Metric.EDGE_MESSAGES_REFUSED));
    boolean rolledUp = !readings.read(Metric.ROLLUP_LAG).isEmpty();
    return JsonBytes.of(json -> {
      json.writeStartObject();
      new Timestamps().write(json, "at", clock.millis());
      json.writeNumberField("messagesReceived", total(Metric.EDGE_MESSAGES_RECEIVED));
      json.writeNumberField("messagesAdmitted", total(Metric.EDGE_MESSAGES_ADMITTED));
      json.writeNumberField("messagesStored", total(Metric.EDGE_MESSAGES_STORED));
      json.writeObjectFieldStart("messagesRefused");
      for (Map.Entry<String, Double> entry : refused.entrySet()) {
        json.writeNumberField(entry.getKey(), Math.round(entry.getValue()));
      }
      json.writeEndObject();
      json.writeNumberField("connections", total(Metric.EDGE_CONNECTIONS));
      json.writeNumberField("stations", total(Metric.GRID_STATIONS));
      json.writeNumberField("uplinkPending", total(Metric.EDGE_UPLINK_PENDING));
      double lagS = rolledUp ? readings.total(Metric.ROLLUP_LAG) : Double.NaN;
      Decimals.figure(json, "rollupLagS", lagS);
      json.writeEndObject();
    });
  }

  private long total(Metric metric) {
    return Math.round(readings.total(metric));
  }
}
