package city.wayside.messages.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ItsTimePropertiesTest {

  private static final long REFERENCE_MS = Instant.parse("2026-06-01T11:59:47.321Z").toEpochMilli();

  @Property(tries = 5000, seed = "1")
  void aTimestampGivesItsTimeBack(@ForAll("times") long unixMs) {
    assertThat(ItsTime.unixMsOfTimestamp(ItsTime.timestampOfUnixMs(unixMs))).isEqualTo(unixMs);
  }

  @Property(tries = 5000, seed = "2")
  void timestampsGrowWithTime(
      @ForAll("times") long unixMs, @ForAll @LongRange(max = 5000) long by) {
    assertThat(ItsTime.timestampOfUnixMs(unixMs + by))
        .isGreaterThanOrEqualTo(ItsTime.timestampOfUnixMs(unixMs) + by);
  }

  @Test
  void everyGenerationDeltaIsWithinHalfAPeriodAndComesBack() {
    for (int delta = 0; delta < ItsTime.GENERATION_DELTA_MODULUS_MS; delta++) {
      long unixMs = ItsTime.unixMsOfGenerationDelta(delta, REFERENCE_MS);
      assertThat(unixMs - REFERENCE_MS).isBetween(-32_768L, 32_767L);
      assertThat(ItsTime.generationDeltaOfUnixMs(unixMs)).isEqualTo(delta);
    }
  }

  @Property(tries = 5000, seed = "3")
  void aGenerationDeltaIsResolvedByAnyNearClock(
      @ForAll("times") long unixMs, @ForAll @LongRange(min = -31_000, max = 31_000) long offMs) {
    int delta = ItsTime.generationDeltaOfUnixMs(unixMs);
    // Half a period is 32,768 ms; across a leap second the two clocks differ by a second more.
    assertThat(ItsTime.unixMsOfGenerationDelta(delta, unixMs + offMs)).isEqualTo(unixMs);
  }

  @Test
  void everySecondIsWithinHalfAMinuteAndComesBack() {
    for (int second = 0; second < 61_000; second++) {
      long unixMs = ItsTime.unixMsOfSecond(second, REFERENCE_MS);
      assertThat(unixMs - REFERENCE_MS).isBetween(-30_000L, 29_999L);
      assertThat(ItsTime.secondOfUnixMs(unixMs)).isEqualTo(second % 60_000);
    }
  }

  @Property(tries = 2000, seed = "4")
  void everyMinuteOfAnyYearComesBack(@ForAll("times") long unixMs, @ForAll("offsets") long offMs) {
    int minute = ItsTime.minuteOfUnixMs(unixMs);
    int second = ItsTime.secondOfUnixMs(unixMs);

    assertThat(minute).isBetween(0, 527_039);
    assertThat(ItsTime.unixMsOfMinute(minute, second, unixMs + offMs)).isEqualTo(unixMs);
  }

  @Property(tries = 2000, seed = "5")
  void theMinuteIsTheCalendars(@ForAll("times") long unixMs) {
    java.time.ZonedDateTime utc = Instant.ofEpochMilli(unixMs).atZone(ZoneOffset.UTC);
    assertThat(ItsTime.minuteOfUnixMs(unixMs))
        .isEqualTo((utc.getDayOfYear() - 1) * 1440 + utc.getHour() * 60 + utc.getMinute());
  }

  @Test
  void everyMarkIsWithinItsHourAndComesBack() {
    for (int mark = 0; mark < ItsTime.MARK_BEYOND_HOUR; mark++) {
      long endMs = ItsTime.unixMsOfEndMark(mark, REFERENCE_MS);
      assertThat(endMs - REFERENCE_MS).isBetween(-600_000L, 2_999_999L);
      assertThat(ItsTime.endMarkOfUnixMs(endMs, REFERENCE_MS)).isEqualTo(mark);
      long startMs = ItsTime.unixMsOfStartMark(mark, REFERENCE_MS);
      assertThat(startMs - REFERENCE_MS).isBetween(-1_800_000L, 1_799_999L);
      assertThat(ItsTime.startMarkOfUnixMs(startMs, REFERENCE_MS)).isEqualTo(mark);
    }
  }

  @Property(tries = 5000, seed = "6")
  void aMarkGivesTheTenthOfASecondBack(
      @ForAll("times") long nowMs, @ForAll @LongRange(min = -599_900, max = 2_999_899) long offMs) {
    long endMs = nowMs + offMs;
    int mark = ItsTime.endMarkOfUnixMs(endMs, nowMs);
    assertThat(endMs - ItsTime.unixMsOfEndMark(mark, nowMs)).isBetween(0L, 99L);
  }

  @Property(tries = 5000, seed = "7")
  void noNumberMakesItThrow(@ForAll int rest, @ForAll int second, @ForAll long unixMs) {
    ItsTime.unixMsOfTimestamp(unixMs);
    ItsTime.timestampOfUnixMs(unixMs);
    ItsTime.generationDeltaOfUnixMs(unixMs);
    ItsTime.unixMsOfGenerationDelta(rest, unixMs);
    ItsTime.unixMsOfMinute(rest, second, unixMs);
    ItsTime.unixMsOfSecond(second, unixMs);
    ItsTime.unixMsOfEndMark(rest, unixMs);
    ItsTime.unixMsOfStartMark(rest, unixMs);
    assertThat(ItsTime.endMarkOfUnixMs(unixMs, second)).isBetween(0, 36_001);
    assertThat(ItsTime.startMarkOfUnixMs(second, unixMs)).isBetween(0, 36_001);
    assertThat(ItsTime.minuteOfUnixMs(unixMs)).isBetween(0, 527_040);
    assertThat(ItsTime.secondOfUnixMs(unixMs)).isBetween(0, 65_535);
  }

  /// From 2004 to 2100, with every leap second and every new year in reach.
  @Provide
  Arbitrary<Long> times() {
    Arbitrary<Long> anyMs = Arbitraries.longs().between(1_072_915_200_000L, 4_102_444_800_000L);
    Arbitrary<Long> nearNewYearMs =
        Arbitraries.integers()
            .between(2005, 2099)
            .map(year -> Instant.parse(year + "-01-01T00:00:00Z").toEpochMilli())
            .flatMap(startMs -> Arbitraries.longs().between(startMs - 3000, startMs + 3000));
    return Arbitraries.oneOf(anyMs, nearNewYearMs);
  }

  @Provide
  Arbitrary<Long> offsets() {
    long nearlyHalfAYearMs = 180 * 86_400_000L;
    return Arbitraries.longs().between(-nearlyHalfAYearMs, nearlyHalfAYearMs);
  }
}
