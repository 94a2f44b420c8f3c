package city.wayside.adapters.outbox;

import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.List;

/// A closed window with only those records that a tier may read. Only [PrivacyRule] makes one, so a
/// mapping that takes it cannot be given anything else. Immutable; any thread.
public final class Disclosed {

  private final WindowLength length;
  private final long startMs;
  private final List<SegmentTraffic> records;
  private final int suppressed;

  Disclosed(WindowLength length, long startMs, List<SegmentTraffic> records, int suppressed) {
    this.length = length;
    this.startMs = startMs;
    this.records = List.copyOf(records);
    this.suppressed = suppressed;
  }

  /// The window's length.
  public WindowLength length() {
    return length;
  }

  /// The window's start, milliseconds since 1970.
  public long startMs() {
    return startMs;
  }

  /// The window's end, exclusive, milliseconds since 1970.
  public long endMs() {
    return startMs + length.lengthMs();
  }

  /// The records, in no order.
  public List<SegmentTraffic> records() {
    return records;
  }

  /// How many records were held back.
  public int suppressed() {
    return suppressed;
  }
}
