package city.wayside.town.telemetry;

import city.wayside.model.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/// A span of OpenTelemetry behind the model's port.
///
/// @param span what is recorded
record RecordedSpan(Span span) implements Telemetry.Span {

  @Override
  public Telemetry.Span with(String name, long value) {
    span.setAttribute(name, value);
    return this;
  }

  @Override
  public void failed(Throwable cause) {
    span.setStatus(StatusCode.ERROR);
    span.recordException(cause);
  }

  @Override
  public void close() {
    span.end();
  }
}
