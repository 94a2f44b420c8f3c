package city.wayside.messages.envelope;

import city.wayside.messages.time.ItsTime;

/// An instant of IEEE 1609.2 §6.3. Senders in the field get its leap seconds wrong by anything up
/// to the 37 s between TAI and UTC; it is read as the standard says.
///
/// @param sinceStartUs microseconds since the beginning of 2004, leap seconds included; without
///   sign, so that values from 2^63 on look negative
public record Time64(long sinceStartUs) {

  private static final int PER_MS = 1000;

  /// The instant in milliseconds since 1970, fractions cut off.
  public long unixMs() {
    return ItsTime.unixMsOfTimestamp(Long.divideUnsigned(sinceStartUs, PER_MS));
  }
}
