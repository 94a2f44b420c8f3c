package city.wayside.messages.json.itsclient;

import city.wayside.messages.time.ItsTime;

/// Reads the ETSI times of a message by the clock of its envelope.
///
/// A TimestampIts counts leap seconds, but the its-client SDKs make theirs without: read by the
/// standard, such a time is 5 s early. Their envelope tells: it is stamped in the same moment. So a
/// time that falls within [#TOGETHER_MS] of the envelope only when read without leap seconds is
/// read so, and any other by the standard.
final class SenderClock {

  /// How long before or after the envelope a time counts as made together with it.
  static final long TOGETHER_MS = 1000;

  private SenderClock() {}

  /// The UTC time of a GenerationDeltaTime.
  static long unixMsOfGenerationDelta(int generationDelta, long envelopeMs) {
    long standardMs = ItsTime.unixMsOfGenerationDelta(generationDelta, envelopeMs);
    return standardMs + missedMs(standardMs, envelopeMs);
  }

  /// What is to be added to the standard reading of a sender's times: the leap seconds that it did
  /// not count, or nothing.
  ///
  /// @param madeMs when the message was made, by the standard reading
  /// @param envelopeMs the same by the envelope
  static long missedMs(long madeMs, long envelopeMs) {
    long leapMs = ItsTime.leapMsAt(madeMs);
    boolean isTogether = Math.abs(madeMs - envelopeMs) <= TOGETHER_MS;
    boolean isTogetherWithout = Math.abs(madeMs + leapMs - envelopeMs) <= TOGETHER_MS;
    return isTogetherWithout && !isTogether ? leapMs : 0;
  }
}
