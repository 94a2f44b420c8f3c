package city.wayside.messages.translation;

import city.wayside.messages.time.ItsTime;

/// When a message was made or something in it holds, by a minute of the year and a second of the
/// minute, either of which may be missing (SAE J2735 DE_MinuteOfTheYear, DE_DSecond).
final class MessageTime {

  /// Stands for a minute that a message does not have.
  static final int NO_MINUTE = ItsTime.MINUTE_INVALID;

  /// Stands for a second that a message does not have.
  static final int NO_SECOND = ItsTime.SECOND_UNAVAILABLE;

  /// Longest time within a minute, leap seconds left aside.
  private static final int LAST_MS_OF_MINUTE = 59_999;

  private MessageTime() {}

  /// When a message was made. Without a minute the second tells; without a second it is the moment
  /// of that minute nearest to the receive time, so that the messages of a minute stay in order;
  /// without both it is the receive time.
  ///
  /// @param minute MinuteOfTheYear; [#NO_MINUTE] when missing
  /// @param second DSecond; [#NO_SECOND] when missing
  /// @param receivedMs when the message was received, milliseconds since 1970
  static long madeMs(int minute, int second, long receivedMs) {
    long secondMs = ItsTime.unixMsOfSecond(second, receivedMs);
    if (minute == NO_MINUTE) {
      return secondMs == ItsTime.UNKNOWN_MS ? receivedMs : secondMs;
    }
    if (secondMs != ItsTime.UNKNOWN_MS) {
      long madeMs = ItsTime.unixMsOfMinute(minute, second, receivedMs);
      return madeMs == ItsTime.UNKNOWN_MS ? secondMs : madeMs;
    }
    long startMs = ItsTime.unixMsOfMinute(minute, NO_SECOND, receivedMs);
    return startMs == ItsTime.UNKNOWN_MS
        ? receivedMs
        : Math.clamp(receivedMs, startMs, startMs + LAST_MS_OF_MINUTE);
  }
}
