package city.wayside.messages.time;

import java.time.LocalDate;
import java.time.Year;

/// Converts between the clocks of V2X messages and milliseconds since 1970-01-01T00:00:00Z.
///
/// Messages save bits: they send the rest of a time after division by a minute, an hour or a year.
/// Such a rest is resolved against a reference time, the receive time or a time that the message
/// carries in full, by taking the candidate nearest to it. What a standard marks as not available
/// becomes [#UNKNOWN_MS], and [#UNKNOWN_MS] becomes that mark.
///
/// UTC here is what computers count: every day has 86,400 s, a leap second shares its count with
/// the second after it. All methods are total: no argument makes one throw.
public final class ItsTime {

  /// Stands for a time that is not known.
  public static final long UNKNOWN_MS = Long.MIN_VALUE;

  /// The largest TimestampIts: 42 bits (ETSI TS 102 894-2, TimestampIts).
  public static final long TIMESTAMP_ITS_MAX = 4_398_046_511_103L;

  /// GenerationDeltaTime counts modulo this many milliseconds (ETSI TS 103 900, EN 302 637-2).
  public static final int GENERATION_DELTA_MODULUS_MS = 65_536;

  /// DSecond that is not available (SAE J2735, DE_DSecond).
  public static final int SECOND_UNAVAILABLE = 65_535;

  /// MinuteOfTheYear that is not valid (SAE J2735, DE_MinuteOfTheYear).
  public static final int MINUTE_INVALID = 527_040;

  /// TimeMark of a time more than an hour away (SAE J2735, DE_TimeMark).
  public static final int MARK_BEYOND_HOUR = 36_000;

  /// TimeMark of a time that is not known (SAE J2735, DE_TimeMark).
  public static final int MARK_UNKNOWN = 36_001;

  /// How far before the reference a mark of an end may lie; what is earlier belongs to the next
  /// hour. An end is mostly still to come, but a message may be read a while after its phase.
  public static final long END_MARK_PAST_MS = 10 * 60_000L;

  /// How far before the reference a mark of a start may lie; what is earlier belongs to the next
  /// hour. A start may be long ago or still to come alike.
  public static final long START_MARK_PAST_MS = 30 * 60_000L;

  /// Largest DSecond that is a time; 60,000 to 60,999 lie in a leap second.
  private static final int SECOND_MAX = 60_999;

  private static final int MINUTE_MS = 60_000;
  private static final int HOUR_MS = 3_600_000;
  private static final long DAY_MS = 86_400_000;
  private static final int MARK_MS = 100;
  private static final int MINUTES_IN_COMMON_YEAR = 365 * 1440;

  /// 2004-01-01T00:00:00Z, where TimestampIts begins.
  private static final long EPOCH_MS = 1_072_915_200_000L;

  /// UTC midnights before which a leap second was inserted since 2004 (IERS Bulletin C).
  private static final long[] LEAPS_MS = {
    1_136_073_600_000L, // 2006-01-01
    1_230_768_000_000L, // 2009-01-01
    1_341_100_800_000L, // 2012-07-01
    1_435_708_800_000L, // 2015-07-01
    1_483_228_800_000L, // 2017-01-01, the last one so far: 5 s in all
  };

  private ItsTime() {}

  /// The UTC time of a TimestampIts, which counts milliseconds since 2004 with leap seconds (ETSI
  /// TS 102 894-2, TimestampIts). The milliseconds of a leap second give those of the second after
  /// it.
  ///
  /// @param timestampIts 0 to [#TIMESTAMP_ITS_MAX]; what is outside is converted alike
  public static long unixMsOfTimestamp(long timestampIts) {
    for (int leaps = LEAPS_MS.length; leaps > 0; leaps--) {
      if (timestampIts >= LEAPS_MS[leaps - 1] - EPOCH_MS + leaps * 1000L) {
        return timestampIts + EPOCH_MS - leaps * 1000L;
      }
    }
    return timestampIts + EPOCH_MS;
  }

  /// How far TimestampIts is ahead of UTC at a UTC time, that is how many leap seconds it counted:
  /// 5,000 ms since 2017.
  public static long leapMsAt(long unixMs) {
    return timestampOfUnixMs(unixMs) - (unixMs - EPOCH_MS);
  }

  /// The TimestampIts of a UTC time; negative before 2004.
  public static long timestampOfUnixMs(long unixMs) {
    for (int leaps = LEAPS_MS.length; leaps > 0; leaps--) {
      if (unixMs >= LEAPS_MS[leaps - 1]) {
        return unixMs - EPOCH_MS + leaps * 1000L;
      }
    }
    return unixMs - EPOCH_MS;
  }

  /// The UTC time of a GenerationDeltaTime, TimestampIts modulo 65,536: the one from 32,768 ms
  /// before the reference to 32,767 ms after it (ETSI EN 302 637-2 annex B.3, TS 103 900).
  ///
  /// @param generationDelta 0 to 65,535; only its lower 16 bits count
  /// @param referenceMs a time near to it, such as the receive time
  public static long unixMsOfGenerationDelta(int generationDelta, long referenceMs) {
    long referenceIts = timestampOfUnixMs(referenceMs);
    // The cast takes the difference modulo 65,536 to the range around zero.
    return unixMsOfTimestamp(referenceIts + (short) (generationDelta - referenceIts));
  }

  /// The GenerationDeltaTime of a UTC time, 0 to 65,535.
  public static int generationDeltaOfUnixMs(long unixMs) {
    return (int) Math.floorMod(timestampOfUnixMs(unixMs), (long) GENERATION_DELTA_MODULUS_MS);
  }

  /// The UTC time of a DSecond, milliseconds in a minute: the one from 30 s before the reference to
  /// just below 30 s after it (SAE J2735, DE_DSecond).
  ///
  /// @param dSecond 0 to 60,999, the last thousand in a leap second
  /// @param referenceMs a time near to it, such as the receive time
  /// @return the time; [#UNKNOWN_MS] for reserved and unavailable values
  public static long unixMsOfSecond(int dSecond, long referenceMs) {
    if (dSecond < 0 || dSecond > SECOND_MAX || referenceMs == UNKNOWN_MS) {
      return UNKNOWN_MS;
    }
    return within(dSecond, MINUTE_MS, referenceMs, MINUTE_MS / 2);
  }

  /// The DSecond of a UTC time, 0 to 59,999; [#SECOND_UNAVAILABLE] for [#UNKNOWN_MS].
  public static int secondOfUnixMs(long unixMs) {
    return unixMs == UNKNOWN_MS
        ? SECOND_UNAVAILABLE
        : (int) Math.floorMod(unixMs, (long) MINUTE_MS);
  }

  /// The UTC time of a MinuteOfTheYear and a DSecond in it, in the year that brings it nearest to
  /// the reference (SAE J2735, DE_MinuteOfTheYear). Without a valid minute, the second alone tells,
  /// as in [#unixMsOfSecond]; without an available second, the minute's start is meant.
  ///
  /// @param minuteOfYear 0 to 525,599, in a leap year to 527,039; [#MINUTE_INVALID] when absent
  /// @param dSecond as for [#unixMsOfSecond]; [#SECOND_UNAVAILABLE] when absent
  /// @param referenceMs a time less than half a year away
  /// @return the time; [#UNKNOWN_MS] when neither tells one, or no year near has that minute
  public static long unixMsOfMinute(int minuteOfYear, int dSecond, long referenceMs) {
    if (minuteOfYear < 0 || minuteOfYear >= MINUTE_INVALID || referenceMs == UNKNOWN_MS) {
      return unixMsOfSecond(dSecond, referenceMs);
    }
    boolean hasSecond = dSecond >= 0 && dSecond <= SECOND_MAX;
    long inYearMs = (long) minuteOfYear * MINUTE_MS + (hasSecond ? dSecond : 0);
    int referenceYear = yearOf(referenceMs);
    long nearest = UNKNOWN_MS;
    for (int year = referenceYear - 1; year <= referenceYear + 1; year++) {
      if (minuteOfYear < MINUTES_IN_COMMON_YEAR || Year.isLeap(year)) {
        long candidate = startMsOf(year) + inYearMs;
        if (nearest == UNKNOWN_MS
            || Math.abs(candidate - referenceMs) < Math.abs(nearest - referenceMs)) {
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /// The MinuteOfTheYear of a UTC time, 0 to 527,039; [#MINUTE_INVALID] for [#UNKNOWN_MS].
  public static int minuteOfUnixMs(long unixMs) {
    return unixMs == UNKNOWN_MS
        ? MINUTE_INVALID
        : (int) Math.floorDiv(unixMs - startMsOf(yearOf(unixMs)), (long) MINUTE_MS);
  }

  /// The UTC time of the TimeMark of an end, tenths of a second in this or the next UTC hour: from
  /// [#END_MARK_PAST_MS] before the reference to just below an hour after that. So shortly before
  /// the full hour a small mark lies in the next hour, and shortly after it a large mark in the
  /// last (SAE J2735, DE_TimeMark; ISO/TS 19091).
  ///
  /// 35,991 to 35,999 are for a leap second, but senders use them as plain tenths, and so are they
  /// taken; in a leap second the result is then less than a second early.
  ///
  /// @param mark 0 to 35,999
  /// @param referenceMs when the message was made
  /// @return the time; [#UNKNOWN_MS] for [#MARK_BEYOND_HOUR], [#MARK_UNKNOWN] and what is no mark
  public static long unixMsOfEndMark(int mark, long referenceMs) {
    return unixMsOfMark(mark, referenceMs, END_MARK_PAST_MS);
  }

  /// The UTC time of the TimeMark of a start: as [#unixMsOfEndMark], but from [#START_MARK_PAST_MS]
  /// before the reference on.
  public static long unixMsOfStartMark(int mark, long referenceMs) {
    return unixMsOfMark(mark, referenceMs, START_MARK_PAST_MS);
  }

  /// The TimeMark of an end, such that [#unixMsOfEndMark] gives its tenth of a second back: 0 to
  /// 35,999, [#MARK_BEYOND_HOUR] for what is later, [#MARK_UNKNOWN] for what is earlier or unknown.
  public static int endMarkOfUnixMs(long unixMs, long referenceMs) {
    return markOfUnixMs(unixMs, referenceMs, END_MARK_PAST_MS);
  }

  /// The TimeMark of a start, such that [#unixMsOfStartMark] gives its tenth of a second back.
  public static int startMarkOfUnixMs(long unixMs, long referenceMs) {
    return markOfUnixMs(unixMs, referenceMs, START_MARK_PAST_MS);
  }

  private static long unixMsOfMark(int mark, long referenceMs, long pastMs) {
    if (mark < 0 || mark >= MARK_BEYOND_HOUR || referenceMs == UNKNOWN_MS) {
      return UNKNOWN_MS;
    }
    return within((long) mark * MARK_MS, HOUR_MS, referenceMs, pastMs);
  }

  private static int markOfUnixMs(long unixMs, long referenceMs, long pastMs) {
    if (unixMs == UNKNOWN_MS || referenceMs == UNKNOWN_MS) {
      return MARK_UNKNOWN;
    }
    // Compared as tenths, for as such they are read back.
    long tenthMs = Math.floorDiv(unixMs, (long) MARK_MS) * MARK_MS;
    if (tenthMs < referenceMs - pastMs) {
      return MARK_UNKNOWN;
    }
    return tenthMs - (referenceMs - pastMs) >= HOUR_MS
        ? MARK_BEYOND_HOUR
        : (int) (Math.floorMod(tenthMs, (long) HOUR_MS) / MARK_MS);
  }

  /// The time with this rest modulo the period, from so much before the reference to just below a
  /// period after that.
  private static long within(long rest, long period, long reference, long past) {
    return reference - past + Math.floorMod(rest - (reference - past), period);
  }

  private static int yearOf(long unixMs) {
    return LocalDate.ofEpochDay(Math.floorDiv(unixMs, DAY_MS)).getYear();
  }

  private static long startMsOf(int year) {
    return LocalDate.of(year, 1, 1).toEpochDay() * DAY_MS;
  }
}
