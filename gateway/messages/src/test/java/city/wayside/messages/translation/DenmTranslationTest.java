package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenmTranslationTest {

  /// TimestampIts 690000000000 is 2025-11-12T02:40:00 counted without leap seconds, 5 s ahead.
  private static final long DETECTED_MS = Instant.parse("2025-11-12T02:39:55Z").toEpochMilli();

  @Test
  void aTrafficJamOfVersion2() {
    // Raw: 5005/1, 488566140/23522219, axes 50/40, lessThan500m upstream, 300 s, quality 3,
    // cause 1/5, speed 0, heading 1800, one trace of one step -500/700.
    assertThat(Translated.etsiEvent("etsi-b43f1c7c7f27"))
        .isEqualTo(
            new RoadEvent(
                new EventKey(5005, 1),
                new EventCause(1, 5),
                RoadEvent.Termination.NONE,
                new EventTime(DETECTED_MS, DETECTED_MS + 123, DETECTED_MS, DETECTED_MS + 300_000),
                new EventPlace(
                    new GeoPoint(48.8566140, 2.3522219),
                    0.5,
                    180,
                    0,
                    List.of(List.of(new GeoPoint(48.8565640, 2.3522919))),
                    List.of()),
                new Relevance(500, Relevance.Direction.UPSTREAM),
                new RoadEvent.Quality(3),
                List.of()));
  }

  @Test
  void stepsAddUpFromTheEventBackwards() {
    // Raw: 535506976/99360788, then -1106/-639, -41/-1, 128/27, ...; heading 3600 is north.
    RoadEvent event = Translated.etsiEvent("etsi-6967a6efa1a0");
    assertThat(event.place().traces().getFirst())
        .startsWith(
            new GeoPoint(53.5505870, 9.9360149),
            new GeoPoint(53.5505829, 9.9360148),
            new GeoPoint(53.5505957, 9.9360175));
    assertThat(event.place().headingDeg()).isZero();
    assertThat(event.place().speedMps()).isEqualTo(0.1);
    assertThat(event.place().accuracyM()).isEqualTo(7.02);
    assertThat(event.time().untilMs() - event.time().detectedMs()).isEqualTo(20_000);
  }

  @Test
  void theVersionDecidesTheCause() {
    assertThat(Translated.etsiEvent("etsi-56966d6df9d8").cause()).isEqualTo(new EventCause(12, 2));
    assertThat(Translated.etsiEvent("etsi-95f0bb6bbb04").cause()).isEqualTo(new EventCause(3, 2));
  }

  @Test
  void theStationItselfCancelsAndAnotherNegates() {
    RoadEvent cancelled = Translated.etsiEvent("etsi-d42569b9a58d");
    assertThat(cancelled.termination()).isEqualTo(RoadEvent.Termination.CANCELLED);
    assertThat(cancelled.key()).isEqualTo(new EventKey(5005, 65_535));
    assertThat(cancelled.cause()).isEqualTo(EventCause.NONE);
    assertThat(cancelled.quality()).isEqualTo(RoadEvent.Quality.UNKNOWN);
    assertThat(Translated.etsiEvent("etsi-5818e8804399").termination())
        .isEqualTo(RoadEvent.Termination.NEGATED);
  }

  @Test
  void withoutAValidityItHoldsForTenMinutesFromItsDetection() {
    RoadEvent event = Translated.etsiEvent("etsi-d42569b9a58d");
    assertThat(event.time())
        .isEqualTo(
            new EventTime(DETECTED_MS, DETECTED_MS + 123, DETECTED_MS, DETECTED_MS + 600_000));
    assertThat(event.relevance()).isEqualTo(Relevance.UNKNOWN);
  }

  @Test
  void whatIsNotAvailableIsAbsentInVersion1() {
    // Raw: all unavailable; cause 18/13, linked 67/95, lessThan50m, all directions, speed 950,
    // heading 1800; history and traces begin with unavailable offsets, for there is no position.
    RoadEvent event = Translated.etsiEvent("etsi-c14087edb7c5");
    assertThat(event.place())
        .isEqualTo(
            new EventPlace(
                new GeoPoint(Double.NaN, Double.NaN), Double.NaN, 180, 9.5, List.of(), List.of()));
    assertThat(event.cause()).isEqualTo(new EventCause(18, 13));
    assertThat(event.linkedCause()).isEqualTo(new EventCause(67, 95));
    assertThat(event.relevance()).isEqualTo(new Relevance(50, Relevance.Direction.ALL));
    assertThat(event.termination()).isEqualTo(RoadEvent.Termination.CANCELLED);
    // Raw: 298379 and 4879437 ms after 2004 began, before any leap second; 83209 s.
    assertThat(event.time().detectedMs())
        .isEqualTo(Instant.parse("2004-01-01T00:04:58.379Z").toEpochMilli());
    assertThat(event.time().referenceMs())
        .isEqualTo(Instant.parse("2004-01-01T01:21:19.437Z").toEpochMilli());
    assertThat(event.time().untilMs() - event.time().detectedMs()).isEqualTo(83_209_000L);
  }

  @Test
  void aWayEndsBeforeTheFirstOffsetThatIsNotAvailable() {
    Way way = new Way(500_000_000, 100_000_000);
    way.step(10, 20);
    way.end();
    way.step(10, 20);
    assertThat(way.points()).containsExactly(new GeoPoint(50.000001, 10.000002));
  }

  @Test
  void aWayEndsAtThePoleAndGoesOnBeyondTheAntimeridian() {
    Way pole = new Way(899_999_999, 0);
    pole.step(2, 0);
    assertThat(pole.points()).isEmpty();
    Way antimeridian = new Way(0, 1_799_999_999);
    antimeridian.step(0, 2);
    assertThat(antimeridian.points()).containsExactly(new GeoPoint(0, -179.9999999));
  }
}
