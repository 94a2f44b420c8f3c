package city.wayside.messages.translation;

import city.wayside.messages.time.ItsTime;

/// When an SAE message was made, by the second in the minute that it carries. Any thread;
/// stateless.
public final class SaeTime {

  private SaeTime() {}

  /// The time of a DSecond, or the receive time when the sender gave none: a report without a time
  /// would be worth nothing, and it is fresh when it arrives.
  public static long unixMs(int dSecond, long receivedMs) {
    long unixMs = ItsTime.unixMsOfSecond(dSecond, receivedMs);
    return unixMs == ItsTime.UNKNOWN_MS ? receivedMs : unixMs;
  }
}
