package city.wayside.messages.json.itsclient;

import city.wayside.messages.time.ItsTime;

/// When a message about an intersection was made, from its minute of the year and second.
final class MadeTime {

  private MadeTime() {}

  /// The UTC time; that of the envelope where the second is not available, for a minute alone says
  /// less.
  static long unixMs(int minute, int second, long envelopeMs) {
    if (ItsTime.unixMsOfSecond(second, envelopeMs) == ItsTime.UNKNOWN_MS) {
      return envelopeMs;
    }
    long unixMs = ItsTime.unixMsOfMinute(minute, second, envelopeMs);
    return unixMs == ItsTime.UNKNOWN_MS ? envelopeMs : unixMs;
  }
}
