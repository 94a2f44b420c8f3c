package city.wayside.messages.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Edges of each clock by hand; ETSI TS 102 894-2 and SAE J2735 give the first ones.
class ItsTimeTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    // The example of the Common Data Dictionary.
    "2007-01-01T00:00:00Z, 94694401000",
    "2004-01-01T00:00:00Z, 0",
    "2005-12-31T23:59:59.999Z, 63158399999",
    "2006-01-01T00:00:00Z, 63158401000",
    "2016-12-31T23:59:59.999Z, 410313603999",
    "2017-01-01T00:00:00Z, 410313605000",
    // The Common Data Dictionary: on 2022-01-01 TimestampIts is 5 seconds ahead of UTC.
    "2022-01-01T00:00:00Z, 568080005000",
  })
  void aTimestampCountsLeapSeconds(Instant utc, long timestampIts) {
    assertThat(ItsTime.timestampOfUnixMs(utc.toEpochMilli())).isEqualTo(timestampIts);
    assertThat(ItsTime.unixMsOfTimestamp(timestampIts)).isEqualTo(utc.toEpochMilli());
  }

  @Test
  void aLeapSecondSharesItsCountWithTheSecondAfterIt() {
    long midnightMs = ms("2017-01-01T00:00:00Z");

    assertThat(ItsTime.unixMsOfTimestamp(410_313_604_000L)).isEqualTo(midnightMs);
    assertThat(ItsTime.unixMsOfTimestamp(410_313_604_999L)).isEqualTo(midnightMs + 999);
    assertThat(ItsTime.unixMsOfTimestamp(410_313_605_000L)).isEqualTo(midnightMs);
  }

  @ParameterizedTest(name = "delta {0} at {1}")
  @CsvSource({
    // 2026-06-01T12:00:00Z has delta 30088.
    "30088, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
    "30087, 2026-06-01T12:00:00Z, 2026-06-01T11:59:59.999Z",
    "30088, 2026-06-01T12:00:30Z, 2026-06-01T12:00:00Z",
    // Both sides of the counter's wrap.
    "65535, 2026-06-01T12:00:35.448Z, 2026-06-01T12:00:35.447Z",
    "0, 2026-06-01T12:00:35.447Z, 2026-06-01T12:00:35.448Z",
    // Half a period away the earlier one is taken.
    "30088, 2026-06-01T12:00:32.767Z, 2026-06-01T12:00:00Z",
    "30088, 2026-06-01T12:00:32.768Z, 2026-06-01T12:00:00Z",
    "30088, 2026-06-01T12:00:32.769Z, 2026-06-01T12:01:05.536Z",
  })
  void aGenerationDeltaIsTheNearestOne(int delta, Instant reference, Instant expected) {
    assertThat(ItsTime.generationDeltaOfUnixMs(ms("2026-06-01T12:00:00Z"))).isEqualTo(30_088);
    assertThat(utc(ItsTime.unixMsOfGenerationDelta(delta, reference.toEpochMilli())))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "second {0} at {1}")
  @CsvSource({
    "0, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
    "59999, 2026-06-01T12:00:00Z, 2026-06-01T11:59:59.999Z",
    "100, 2026-06-01T11:59:59.900Z, 2026-06-01T12:00:00.100Z",
    "30000, 2026-06-01T12:00:00Z, 2026-06-01T11:59:30Z",
    "29999, 2026-06-01T12:00:00Z, 2026-06-01T12:00:29.999Z",
    "60500, 2026-06-30T23:59:59Z, 2026-07-01T00:00:00.500Z",
  })
  void aSecondIsInTheNearestMinute(int second, Instant reference, Instant expected) {
    assertThat(utc(ItsTime.unixMsOfSecond(second, reference.toEpochMilli()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"61000", "65534", "65535", "65536", "-1"})
  void aReservedOrUnavailableSecondIsNotKnown(int second) {
    assertThat(ItsTime.unixMsOfSecond(second, 0)).isEqualTo(ItsTime.UNKNOWN_MS);
  }

  @ParameterizedTest(name = "minute {0}, second {1} at {2}")
  @CsvSource({
    "0, 0, 2026-06-01T12:00:00Z, 2026-01-01T00:00:00Z",
    "0, 500, 2025-12-31T23:59:59Z, 2026-01-01T00:00:00.500Z",
    "525599, 59999, 2026-01-01T00:00:01Z, 2025-12-31T23:59:59.999Z",
    "527039, 59999, 2025-01-01T00:00:01Z, 2024-12-31T23:59:59.999Z",
    "218160, 65535, 2026-06-01T12:00:30Z, 2026-06-01T12:00:00Z",
    "218160, 61500, 2026-06-01T12:00:30Z, 2026-06-01T12:00:00Z",
    "525599, 60500, 2016-12-31T12:00:00Z, 2016-12-31T00:00:00.500Z",
    // 31 December 24:00 of a common year does not exist; the leap year's is meant.
    "525600, 0, 2027-06-01T00:00:00Z, 2028-12-31T00:00:00Z",
    // No valid minute: the second alone tells.
    "527040, 250, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00.250Z",
  })
  void aMinuteIsInTheNearestYear(int minute, int second, Instant reference, Instant expected) {
    assertThat(utc(ItsTime.unixMsOfMinute(minute, second, reference.toEpochMilli())))
        .isEqualTo(expected);
  }

  @Test
  void neitherMinuteNorSecondIsNotKnown() {
    assertThat(ItsTime.unixMsOfMinute(527_040, 65_535, 0)).isEqualTo(ItsTime.UNKNOWN_MS);
    assertThat(ItsTime.minuteOfUnixMs(ItsTime.UNKNOWN_MS)).isEqualTo(527_040);
    assertThat(ItsTime.secondOfUnixMs(ItsTime.UNKNOWN_MS)).isEqualTo(65_535);
  }

  @Test
  void aMinuteThatNoYearNearHasIsNotKnown() {
    assertThat(ItsTime.unixMsOfMinute(525_600, 0, ms("2026-06-01T00:00:00Z")))
        .isEqualTo(ItsTime.UNKNOWN_MS);
  }

  @ParameterizedTest(name = "end mark {0} at {1}")
  @CsvSource({
    "0, 2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
    "12345, 2026-06-01T12:20:00Z, 2026-06-01T12:20:34.500Z",
    // Near the full hour a small mark is in the next one, and a large one in the last one.
    "50, 2026-06-01T11:59:58Z, 2026-06-01T12:00:05Z",
    "35990, 2026-06-01T12:00:01Z, 2026-06-01T11:59:59Z",
    "35999, 2026-06-01T12:00:01Z, 2026-06-01T11:59:59.900Z",
    // Ten minutes back at most, then it is the next hour.
    "6000, 2026-06-01T12:20:00Z, 2026-06-01T12:10:00Z",
    "5999, 2026-06-01T12:20:00Z, 2026-06-01T13:09:59.900Z",
  })
  void anEndIsInThisHourOrTheNext(int mark, Instant reference, Instant expected) {
    assertThat(utc(ItsTime.unixMsOfEndMark(mark, reference.toEpochMilli()))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "start mark {0} at {1}")
  @CsvSource({
    "35999, 2026-06-01T12:00:00Z, 2026-06-01T11:59:59.900Z",
    "18000, 2026-06-01T12:00:00Z, 2026-06-01T11:30:00Z",
    "17999, 2026-06-01T12:00:00Z, 2026-06-01T12:29:59.900Z",
  })
  void aStartIsTheNearestOne(int mark, Instant reference, Instant expected) {
    assertThat(utc(ItsTime.unixMsOfStartMark(mark, reference.toEpochMilli()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"36000", "36001", "36002", "-1"})
  void marksWithoutATimeAreNotKnown(int mark) {
    assertThat(ItsTime.unixMsOfEndMark(mark, 0)).isEqualTo(ItsTime.UNKNOWN_MS);
    assertThat(ItsTime.unixMsOfStartMark(mark, 0)).isEqualTo(ItsTime.UNKNOWN_MS);
  }

  @Test
  void whatAMarkCannotSayIsSaidByItsSentinels() {
    long nowMs = ms("2026-06-01T12:00:00Z");

    assertThat(ItsTime.endMarkOfUnixMs(nowMs + 50 * 60_000 - 1, nowMs)).isEqualTo(29_999);
    assertThat(ItsTime.endMarkOfUnixMs(nowMs + 50 * 60_000, nowMs)).isEqualTo(36_000);
    assertThat(ItsTime.endMarkOfUnixMs(nowMs - 10 * 60_000, nowMs)).isEqualTo(30_000);
    assertThat(ItsTime.endMarkOfUnixMs(nowMs - 10 * 60_000 - 1, nowMs)).isEqualTo(36_001);
    assertThat(ItsTime.startMarkOfUnixMs(nowMs - 30 * 60_000, nowMs)).isEqualTo(18_000);
    assertThat(ItsTime.endMarkOfUnixMs(ItsTime.UNKNOWN_MS, nowMs)).isEqualTo(36_001);
    assertThat(ItsTime.endMarkOfUnixMs(nowMs, ItsTime.UNKNOWN_MS)).isEqualTo(36_001);
  }

  private static long ms(String utc) {
    return Instant.parse(utc).toEpochMilli();
  }

  private static Instant utc(long unixMs) {
    return Instant.ofEpochMilli(unixMs);
  }
}
