package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IvimWriterTest {

  private static final GeoPoint HERE = new GeoPoint(53.5, 10);
  private static final long NOW_MS = 1_780_000_000_000L;
  private static final Sign LIMIT = new Sign(Sign.Catalogue.ISO_14823, "12-5-57", 80 / 3.6);
  private static final Sign TEXT = new Sign(Sign.Catalogue.TEXT, "Gl\u00e4tte");

  @Property(tries = 2000, seed = "1")
  void aSignComesBackWithinTheQuanta(@ForAll long seed) {
    RoadEvent event = shown(new RandomEvents(seed), new Random(seed));
    RoadEvent back = RoundTrips.back(IvimWriter.write(event, 7));

    assertThat(back.key()).isEqualTo(event.key());
    assertThat(back.termination()).isEqualTo(event.termination());
    assertThat(back.time()).isEqualTo(event.time());
    assertThat(back.signs()).hasSameSizeAs(event.signs());
    for (int i = 0; i < event.signs().size(); i++) {
      assertThat(back.signs().get(i).code()).isEqualTo(event.signs().get(i).code());
      assertThat(back.signs().get(i).catalogue()).isEqualTo(event.signs().get(i).catalogue());
      RoundTrips.assertNear(
          event.signs().get(i).speedLimitMps(), back.signs().get(i).speedLimitMps(), 1e-9);
    }
    RoundTrips.assertNear(event.place().position(), back.place().position());
    RoundTrips.assertNear(event.place().accuracyM(), back.place().accuracyM(), 0.01);
    RoundTrips.assertNear(event.place().headingDeg(), back.place().headingDeg(), 0.1);
    RoundTrips.assertNearWays(event.place().zones(), back.place().zones());
    RoundTrips.assertNearWays(event.place().traces(), back.place().traces());
    assertThat(RoundTrips.back(IvimWriter.write(back, 7))).isEqualTo(back);
  }

  @Property(tries = 5000, seed = "2")
  void noEventMakesItThrow(@ForAll long seed) {
    if (IvimWriter.write(new RandomEvents(seed).any(), 7) instanceof Packed.Bytes message) {
      assertThat(new Unpacker().unpack(message.bytes())).isInstanceOf(Unpacked.Message.class);
    }
  }

  /// An event that an IVIM can say but for its quanta.
  private static RoadEvent shown(RandomEvents random, Random more) {
    RoadEvent hazard = random.hazard();
    EventPlace place = hazard.place();
    long referenceMs = hazard.time().referenceMs();
    List<Sign> signs = new ArrayList<>(List.of(LIMIT));
    for (int i = more.nextInt(12); i > 0; i--) {
      signs.add(
          switch (more.nextInt(4)) {
            case 0 -> new Sign(Sign.Catalogue.VIENNA, "C14" + (more.nextBoolean() ? "a" : ""));
            case 1 -> new Sign(Sign.Catalogue.NATIONAL, "274", more.nextInt(80) * 0.44704);
            case 2 -> new Sign(Sign.Catalogue.ITIS, Integer.toString(more.nextInt(65_536)));
            default -> new Sign(Sign.Catalogue.ISO_14823, (31 + more.nextInt(2)) + "-1-5");
          });
    }
    for (int i = more.nextInt(9); i > 0; i--) {
      signs.add(TEXT);
    }
    return new RoadEvent(
        new EventKey(more.nextLong(1 << 24), 1 + more.nextInt(32_767)),
        EventCause.NONE,
        hazard.termination(),
        new EventTime(
            referenceMs,
            referenceMs,
            hazard.time().detectedMs(),
            more.nextBoolean() ? EventTime.OPEN : hazard.time().untilMs()),
        new EventPlace(
            place.position(),
            place.accuracyM(),
            place.headingDeg(),
            Double.NaN,
            random.ways(place.position(), 8, 32, 0.0004),
            random.ways(place.position(), 8, 32)),
        new Relevance(
            Double.NaN,
            more.nextBoolean() ? Relevance.Direction.ALL : Relevance.Direction.OPPOSITE),
        RoadEvent.Quality.UNKNOWN,
        signs);
  }

  @Test
  void theReferenceMessagesComeBackTheSame() {
    for (String id : List.of("etsi-82c5b9eaae71", "etsi-982acb2c69a3")) {
      RoadEvent event = Translated.etsiEvent(id);
      RoadEvent back = RoundTrips.back(IvimWriter.write(event, 1));
      assertThat(back.place()).isEqualTo(event.place());
      assertThat(back.time()).isEqualTo(event.time());
      assertThat(back.key()).isEqualTo(event.key());
      // Texts come after all codes.
      assertThat(back.signs()).containsExactlyInAnyOrderElementsOf(event.signs());
    }
  }

  @Test
  void anAreaIsABorderThatEndsWhereItBegins() {
    GeoPoint north = new GeoPoint(53.51, 10);
    GeoPoint east = new GeoPoint(53.5, 10.01);
    List<GeoPoint> border = List.of(HERE, north, east, HERE);
    RoadEvent back = RoundTrips.back(IvimWriter.write(event(List.of(border), LIMIT), 1));
    assertThat(back.place().zones()).containsExactly(border);
  }

  @Test
  void aFewPointsMayLieFarApartManyMayNot() {
    GeoPoint far = new GeoPoint(54.5, 11);
    List<GeoPoint> few = List.of(HERE, far);
    assertThat(RoundTrips.back(IvimWriter.write(event(List.of(few), LIMIT), 1)).place().zones())
        .containsExactly(few);
    List<GeoPoint> many = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      many.add(i % 2 == 0 ? HERE : far);
    }
    // Eight places are more than the one step that reaches.
    assertThat(RoundTrips.back(IvimWriter.write(event(List.of(many), LIMIT), 1)).place().zones())
        .containsExactly(many.subList(0, 8));
  }

  @Test
  void ofAWayThatLeadsThereThePointsNearestToItAreKept() {
    List<GeoPoint> trace = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      trace.add(new GeoPoint(53.5 + i * 0.001, 10));
    }
    // The thirteenth point is the last within 0.0131071 degrees.
    assertThat(RoundTrips.back(IvimWriter.write(ledBy(trace), 1)).place().traces())
        .containsExactly(trace.subList(0, 13));
    List<GeoPoint> sparse = List.of(trace.getFirst(), new GeoPoint(54, 10));
    assertThat(RoundTrips.back(IvimWriter.write(ledBy(sparse), 1)).place().traces())
        .containsExactly(sparse);
  }

  private static RoadEvent ledBy(List<GeoPoint> trace) {
    EventPlace place =
        new EventPlace(HERE, Double.NaN, Double.NaN, Double.NaN, List.of(trace), List.of());
    return new RoadEvent(
        new EventKey(1, 12),
        EventCause.NONE,
        RoadEvent.Termination.NONE,
        new EventTime(NOW_MS, NOW_MS, NOW_MS, EventTime.OPEN),
        place,
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of(LIMIT));
  }

  @ParameterizedTest(name = "{0} {1} is left out")
  @CsvSource({
    "ISO_14823, 12-0-57",
    "ISO_14823, 14-1-1",
    "VIENNA, C65",
    "VIENNA, I1",
    "NATIONAL, 65536",
    "NATIONAL, MUTCD-warning",
    "ITIS, -1",
    "ITIS, abc"
  })
  void codesThatAreNoneAreLeftOut(Sign.Catalogue catalogue, String code) {
    RoadEvent event = event(List.of(), new Sign(catalogue, code), LIMIT);
    assertThat(RoundTrips.back(IvimWriter.write(event, 1)).signs()).containsExactly(LIMIT);
    assertRefused(event(List.of(), new Sign(catalogue, code)), "signs");
  }

  @ParameterizedTest(name = "{0} m/s is {1} m/s")
  @CsvSource({
    "13.888888888888889, 13.888888888888889", // 50 km/h
    "20.1168, 20.1168", // 45 mph
    "14, 13.888888888888889", // 50.4 km/h
    "-1, NaN",
    "1000, NaN",
    "Infinity, NaN",
  })
  void speedsAreWholeKilometresOrMilesPerHour(double speedMps, Double saidMps) {
    RoadEvent event = event(List.of(), new Sign(Sign.Catalogue.ISO_14823, "12-5-57", speedMps));
    assertThat(RoundTrips.back(IvimWriter.write(event, 1)).signs().getFirst().speedLimitMps())
        .isEqualTo(saidMps);
  }

  @Test
  void causeQualitySpeedAndDistanceAreLeftOut() {
    RoadEvent hazard = new RandomEvents(1).hazard();
    RoadEvent event =
        new RoadEvent(
            new EventKey(1, 1),
            hazard.cause(),
            hazard.linkedCause(),
            RoadEvent.Termination.NONE,
            hazard.time(),
            hazard.place(),
            new Relevance(500, Relevance.Direction.UPSTREAM),
            new RoadEvent.Quality(7),
            List.of(LIMIT));
    RoadEvent back = RoundTrips.back(IvimWriter.write(event, 1));
    assertThat(back.cause()).isEqualTo(EventCause.NONE);
    assertThat(back.linkedCause()).isEqualTo(EventCause.NONE);
    assertThat(back.quality()).isEqualTo(RoadEvent.Quality.UNKNOWN);
    assertThat(back.relevance()).isEqualTo(Relevance.UNKNOWN);
    assertThat(back.place().speedMps()).isNaN();
    assertThat(back.time().detectedMs()).isEqualTo(event.time().referenceMs());
  }

  @Test
  void whatAnIvimCannotSayIsRefused() {
    assertRefused(event(List.of()), "signs");
    RoadEvent nowhere = withPosition(new GeoPoint(Double.NaN, Double.NaN), TEXT);
    assertRefused(nowhere, "place.position");
    assertThat(IvimWriter.write(event(List.of(), LIMIT), 1L << 32))
        .isInstanceOf(Packed.Unpackable.class);
    assertRefused(withKey(new EventKey(1 << 24, 1)), "key.originId");
    assertRefused(withKey(new EventKey(1, 0)), "key.sequence");
    assertRefused(withKey(new EventKey(1, 32_768)), "key.sequence");
  }

  @Test
  void signsWithoutAPlaceAreSaidWithoutOne() {
    RoadEvent event = withPosition(new GeoPoint(Double.NaN, Double.NaN), LIMIT, TEXT);
    RoadEvent back = RoundTrips.back(IvimWriter.write(event, 1));
    assertThat(back.signs()).containsExactly(LIMIT, TEXT);
    assertThat(back.place().position().latDeg()).isNaN();
  }

  private static RoadEvent withKey(EventKey key) {
    RoadEvent event = event(List.of(), LIMIT);
    return new RoadEvent(
        key,
        event.cause(),
        event.termination(),
        event.time(),
        event.place(),
        event.relevance(),
        event.quality(),
        event.signs());
  }

  private static void assertRefused(RoadEvent event, String reason) {
    assertThat(IvimWriter.write(event, 1))
        .isInstanceOfSatisfying(
            Packed.Unpackable.class,
            impossible -> assertThat(impossible.refused().reason()).contains(reason));
  }

  private static RoadEvent event(List<List<GeoPoint>> zones, Sign... signs) {
    return event(HERE, zones, signs);
  }

  private static RoadEvent withPosition(GeoPoint position, Sign... signs) {
    return event(position, List.of(), signs);
  }

  private static RoadEvent event(GeoPoint position, List<List<GeoPoint>> zones, Sign... signs) {
    return new RoadEvent(
        new EventKey(592 << 14, 12),
        EventCause.NONE,
        RoadEvent.Termination.NONE,
        new EventTime(NOW_MS, NOW_MS, NOW_MS, EventTime.OPEN),
        new EventPlace(position, Double.NaN, Double.NaN, Double.NaN, List.of(), zones),
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of(signs));
  }
}
