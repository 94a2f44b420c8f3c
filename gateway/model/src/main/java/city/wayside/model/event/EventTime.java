package city.wayside.model.event;

/// When an event was seen and how long it holds. Times are milliseconds since 1970.
///
/// @param detectedMs when it was first seen
/// @param referenceMs when this message about it was made; the newest one holds
/// @param fromMs from when on it holds
/// @param untilMs until when it holds; [#OPEN] when the sender gave no end
public record EventTime(long detectedMs, long referenceMs, long fromMs, long untilMs) {

  /// Stands for an end that is not known.
  public static final long OPEN = Long.MAX_VALUE;
}
