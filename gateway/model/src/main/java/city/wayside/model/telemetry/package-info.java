/// The one list of all metrics, and the port through which every module counts and traces.
@NullMarked
package city.wayside.model.telemetry;

import org.jspecify.annotations.NullMarked;
