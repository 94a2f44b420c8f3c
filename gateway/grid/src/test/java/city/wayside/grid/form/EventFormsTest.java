package city.wayside.grid.form;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Evidence;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Quality;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.event.Sign;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

class EventFormsTest {

  private static final StoredValues VALUES = new StoredValues();
  private static final GeoPoint UNKNOWN = new GeoPoint(Double.NaN, Double.NaN);

  @AfterContainer
  static void stop() {
    VALUES.close();
  }

  @Property(tries = 300)
  void eventsComeBackAsTheyWere(@ForAll("events") RoadEvent event) {
    assertThat(VALUES.stored(event)).isEqualTo(event);
    assertThat(VALUES.stored(event.key())).isEqualTo(event.key());
  }

  @Example
  void anEventIsWhereItsPositionAndZonesAre() {
    GeoPoint one = new GeoPoint(48, 11);
    GeoPoint other = new GeoPoint(48.5, 10.5);
    List<List<GeoPoint>> far = List.of(List.of(new GeoPoint(1, 1)));

    assertThat(Extent.of(place(one, far, List.of(List.of(other)))))
        .isEqualTo(new Extent(48, 10.5, 48.5, 11));
    assertThat(Extent.of(place(UNKNOWN, far, List.of(List.of(other)))))
        .isEqualTo(new Extent(48.5, 10.5, 48.5, 10.5));
    assertThat(Extent.of(place(UNKNOWN, far, List.of()))).isEqualTo(new Extent(1, 1, 1, 1));
    Extent nowhere = Extent.of(place(UNKNOWN, List.of(), List.of()));
    assertThat(nowhere.southDeg()).isGreaterThan(nowhere.northDeg());
  }

  private static EventPlace place(
      GeoPoint position, List<List<GeoPoint>> traces, List<List<GeoPoint>> zones) {
    return new EventPlace(position, Double.NaN, 0, 0, traces, zones);
  }

  private static Arbitrary<EventPlace> places() {
    Arbitrary<GeoPoint> known =
        Combinators.combine(
                Arbitraries.doubles().between(-90, 90), Arbitraries.doubles().between(-180, 180))
            .as(GeoPoint::new);
    Arbitrary<GeoPoint> points =
        Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(1, Arbitraries.just(UNKNOWN)));
    Arbitrary<List<List<GeoPoint>>> ways = points.list().ofMaxSize(5).list().ofMaxSize(4);
    return Combinators.combine(
            points, Arbitraries.of(Double.NaN, 2.5), Arbitraries.of(Double.NaN, 270.0), ways, ways)
        .as((position, accuracyM, headingDeg, traces, zones) ->
            new EventPlace(position, accuracyM, headingDeg, accuracyM, traces, zones));
  }

  @Provide
  Arbitrary<RoadEvent> events() {
    Arbitrary<EventCause> causes =
        Combinators.combine(
                Arbitraries.integers().between(0, 255), Arbitraries.integers().between(0, 255))
            .as(EventCause::new);
    Arbitrary<EventTime> times =
        Combinators.combine(
                Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
            .as(EventTime::new);
    Arbitrary<Relevance> relevances =
        Combinators.combine(
                Arbitraries.of(Double.NaN, 50.0, Double.POSITIVE_INFINITY),
                Arbitraries.of(Relevance.Direction.class))
            .as(Relevance::new);
    Arbitrary<Sign> signs =
        Combinators.combine(
                Arbitraries.of(Sign.Catalogue.class),
                Arbitraries.strings(),
                Arbitraries.of(Double.NaN, 13.9))
            .as(Sign::new);
    return Combinators.combine(
            Arbitraries.longs(),
            causes,
            causes,
            Arbitraries.of(Termination.class),
            times,
            places(),
            relevances,
            signs.list().ofMaxSize(4))
        .as((id, cause, linked, termination, time, place, relevance, shown) ->
            new RoadEvent(
                new EventKey(id, -id),
                cause,
                linked,
                termination,
                time,
                place,
                relevance,
                new Quality(7),
                shown,
                new Evidence(id.intValue(), 3, 0.5)));
  }
}
