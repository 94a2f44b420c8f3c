package city.wayside.messages.json.itsclient;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.time.ItsTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderClockTest {

  private static final long NOW_MS = Samples.TIMESTAMP_MS;

  @ParameterizedTest(name = "made {0} ms before its envelope")
  @CsvSource({"0", "20", "999", "2500", "3999", "6001", "30000"})
  void aTimeWithLeapSecondsIsReadByTheStandard(long agoMs) {
    int delta = ItsTime.generationDeltaOfUnixMs(NOW_MS - agoMs);

    assertThat(SenderClock.unixMsOfGenerationDelta(delta, NOW_MS)).isEqualTo(NOW_MS - agoMs);
  }

  @ParameterizedTest(name = "made {0} ms before its envelope")
  @CsvSource({"-1000", "0", "63", "497", "1000"})
  void aTimeWithoutThemIsFoundByItsEnvelope(long agoMs) {
    int delta = ItsTime.generationDeltaOfUnixMs(NOW_MS - agoMs - 5000);

    assertThat(SenderClock.unixMsOfGenerationDelta(delta, NOW_MS)).isEqualTo(NOW_MS - agoMs);
  }

  /// The price: what a sender with a right clock forwards after just these five seconds is read as
  /// made now.
  @Test
  void aTimeThatIsForwardedAfterFiveSecondsIsMistaken() {
    int delta = ItsTime.generationDeltaOfUnixMs(NOW_MS - 5000);

    assertThat(SenderClock.unixMsOfGenerationDelta(delta, NOW_MS)).isEqualTo(NOW_MS);
  }
}
