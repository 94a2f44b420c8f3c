/// Counts, gauges, distributions and spans of every module in; Prometheus text, OTLP exports and
/// readings for status displays out. Counting: any thread; reading: virtual threads.
@NullMarked
package city.wayside.town.telemetry;

import org.jspecify.annotations.NullMarked;
