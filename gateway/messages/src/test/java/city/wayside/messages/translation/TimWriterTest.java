package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import city.wayside.model.message.Decoded;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimWriterTest {

  private static final long MINUTE_MS = 60_000;
  private static final GeoPoint HERE = new GeoPoint(40.5, -105);
  private static final EventTime TIME =
      new EventTime(1_780_000_020_000L, 1_780_000_020_000L, 1_780_000_020_000L, EventTime.OPEN);

  @Property(tries = 2000, seed = "1")
  void anAdviceComesBackWithinTheQuanta(@ForAll long seed) {
    RoadEvent event = advice(new RandomEvents(seed), new Random(seed));
    RoadEvent back = RoundTrips.back(TimWriter.write(event));

    assertThat(back.key()).isEqualTo(event.key());
    assertThat(back.signs()).isEqualTo(event.signs());
    assertThat(back.time().fromMs())
        .isBetween(event.time().fromMs() - MINUTE_MS + 1, event.time().fromMs());
    if (event.time().untilMs() == EventTime.OPEN) {
      assertThat(back.time().untilMs()).isEqualTo(EventTime.OPEN);
    } else {
      assertThat(back.time().untilMs())
          .isBetween(event.time().untilMs(), event.time().untilMs() + MINUTE_MS - 1);
    }
    RoundTrips.assertNear(event.place().position(), back.place().position());
    RoundTrips.assertNear(event.place().headingDeg(), back.place().headingDeg(), 22.5);
    RoundTrips.assertNearWays(event.place().zones(), back.place().zones());
    // Once its time is a whole minute, it is said without any further loss.
    RoadEvent again = RoundTrips.back(TimWriter.write(back));
    assertThat(again.place()).isEqualTo(back.place());
    assertThat(RoundTrips.back(TimWriter.write(again))).isEqualTo(again);
  }

  @Property(tries = 5000, seed = "2")
  void noEventMakesItThrow(@ForAll long seed) {
    if (TimWriter.write(new RandomEvents(seed).any()) instanceof Packed.Bytes message) {
      assertThat(new Unpacker().unpack(message.bytes())).isInstanceOf(Unpacked.Message.class);
    }
  }

  /// An event that a TIM can say but for its quanta.
  private static RoadEvent advice(RandomEvents random, Random more) {
    RoadEvent hazard = random.hazard();
    GeoPoint position = hazard.place().position();
    List<List<GeoPoint>> zones = new ArrayList<>();
    for (List<GeoPoint> way : random.ways(position, 15, 62)) {
      List<GeoPoint> zone = new ArrayList<>(way);
      zone.add(position);
      zones.add(zone);
    }
    zones.add(List.of(position, new GeoPoint(position.latDeg() + 0.5, position.lonDeg())));
    List<Sign> signs = new ArrayList<>();
    for (int i = 1 + more.nextInt(99); i > 0; i--) {
      signs.add(
          more.nextBoolean()
              ? new Sign(Sign.Catalogue.ITIS, Integer.toString(more.nextInt(65_536)))
              : new Sign(Sign.Catalogue.TEXT, "Use caution"));
    }
    return new RoadEvent(
        new EventKey(more.nextLong(1L << 32), more.nextLong(1L << 40)),
        EventCause.NONE,
        RoadEvent.Termination.NONE,
        new EventTime(
            hazard.time().referenceMs(),
            hazard.time().referenceMs(),
            hazard.time().detectedMs(),
            more.nextBoolean() ? EventTime.OPEN : hazard.time().untilMs()),
        new EventPlace(
            position, Double.NaN, hazard.place().headingDeg(), Double.NaN, List.of(), zones),
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        signs);
  }

  @Test
  void theReferenceMessagesComeBackTheSame() {
    int count = 0;
    for (JsonNode vector : Vectors.of("j2735.jsonl")) {
      if (!vector.get("message").asText().equals("TravelerInformation")
          || !(Translated.of(Vectors.bytes(vector)) instanceof Decoded.Events events)) {
        continue;
      }
      RoadEvent event = events.events().getFirst();
      if (TimWriter.write(event) instanceof Packed.Bytes message) {
        RoadEvent back = Translated.event(message.bytes());
        String id = vector.get("id").asText();
        assertThat(back.key()).as(id).isEqualTo(event.key());
        assertThat(back.cause()).as(id).isEqualTo(event.cause());
        assertThat(back.signs()).as(id).isEqualTo(event.signs());
        assertThat(back.time().fromMs()).as(id).isEqualTo(event.time().fromMs());
        count++;
      }
    }
    System.out.println("TIMs written again with the same event: " + count);
    assertThat(count).isEqualTo(10);
  }

  @ParameterizedTest(name = "cause {0}/{1} is ITIS {2}, which is cause {3}/{4}")
  @CsvSource({
    "2, 0, 513, 2, 0",
    "3, 0, 1025, 3, 0",
    "3, 99, 1025, 3, 0", // a sub-cause without a phrase
    "6, 6, 5908, 6, 6",
    "97, 1, 6917, 0, 0", // no phrase but "danger"
  })
  void theCauseIsAPhrase(int cause, int subCause, String code, int backCause, int backSubCause) {
    RoadEvent back =
        RoundTrips.back(TimWriter.write(event(new EventCause(cause, subCause), TIME, List.of())));
    assertThat(back.signs()).containsExactly(new Sign(Sign.Catalogue.ITIS, code));
    assertThat(back.cause()).isEqualTo(new EventCause(backCause, backSubCause));
  }

  @Test
  void aCauseThatTheSignsTellIsNotToldTwice() {
    List<Sign> signs =
        List.of(
            new Sign(Sign.Catalogue.TEXT, "\u00dcberfahrt"),
            new Sign(Sign.Catalogue.ITIS, "513"),
            new Sign(Sign.Catalogue.ISO_14823, "12-5-57", 13));
    RoadEvent back = RoundTrips.back(TimWriter.write(event(new EventCause(2, 0), TIME, signs)));
    // What ASCII does not have is a question mark; pictograms are left out.
    assertThat(back.signs())
        .containsExactly(
            new Sign(Sign.Catalogue.TEXT, "?berfahrt"), new Sign(Sign.Catalogue.ITIS, "513"));
  }

  @Test
  void waysThatLeadThereAreDrivenForwards() {
    GeoPoint before = new GeoPoint(40.49, -105);
    GeoPoint first = new GeoPoint(40.48, -105);
    EventPlace place = new EventPlace(HERE, 5, 0, 3, List.of(List.of(before, first)), List.of());
    RoadEvent back = RoundTrips.back(TimWriter.write(event(new EventCause(2, 0), TIME, place)));
    assertThat(back.place().zones()).containsExactly(List.of(first, before, HERE));
    assertThat(back.place().accuracyM()).isNaN();
    assertThat(back.place().speedMps()).isNaN();
    assertThat(back.place().traces()).isEmpty();
  }

  @ParameterizedTest(name = "relevant for {0} m: a circle of {1} m")
  @CsvSource({"200, 200", "200.5, 201", "5000, 5000", "NaN, 500", "Infinity, 500"})
  void withoutAWayItIsACircle(double distanceM, double radiusM) {
    RoadEvent event =
        new RoadEvent(
            new EventKey(1, 1),
            new EventCause(2, 0),
            RoadEvent.Termination.NONE,
            TIME,
            new EventPlace(HERE, Double.NaN, Double.NaN, Double.NaN, List.of(), List.of()),
            new Relevance(distanceM, Relevance.Direction.ALL),
            RoadEvent.Quality.UNKNOWN,
            List.of());
    RoadEvent back = RoundTrips.back(TimWriter.write(event));
    assertThat(back.place().zones()).containsExactly(TimRegion.polygon(HERE, radiusM));
    assertThat(back.place().position()).isEqualTo(HERE);
    assertThat(back.relevance()).isEqualTo(Relevance.UNKNOWN);
  }

  @Test
  void anEventThatIsEndedHasNoDuration() {
    RoadEvent ended =
        new RoadEvent(
            new EventKey(1, 1),
            new EventCause(2, 0),
            new EventCause(1, 0),
            RoadEvent.Termination.CANCELLED,
            TIME,
            new EventPlace(HERE, Double.NaN, Double.NaN, Double.NaN, List.of(), List.of()),
            Relevance.UNKNOWN,
            new RoadEvent.Quality(7),
            List.of());
    RoadEvent back = RoundTrips.back(TimWriter.write(ended));
    assertThat(back.time().untilMs()).isEqualTo(back.time().fromMs());
    assertThat(back.termination()).isEqualTo(RoadEvent.Termination.NONE);
    assertThat(back.quality()).isEqualTo(RoadEvent.Quality.UNKNOWN);
    assertThat(back.linkedCause()).isEqualTo(EventCause.NONE);
  }

  @Test
  void anEndAfterThreeWeeksIsClamped() {
    EventTime time =
        new EventTime(
            TIME.detectedMs(),
            TIME.referenceMs(),
            TIME.fromMs(),
            TIME.fromMs() + 100_000 * MINUTE_MS);
    RoadEvent back = RoundTrips.back(TimWriter.write(event(new EventCause(2, 0), time, List.of())));
    assertThat(back.time().untilMs() - back.time().fromMs()).isEqualTo(31_999 * MINUTE_MS);
  }

  @Test
  void whatATimCannotSayIsRefused() {
    assertRefused(event(EventCause.NONE, TIME, List.of()), "cause and signs");
    EventPlace nowhere =
        new EventPlace(
            new GeoPoint(Double.NaN, 0), Double.NaN, Double.NaN, Double.NaN, List.of(), List.of());
    assertRefused(event(new EventCause(2, 0), TIME, nowhere), "place.position");
    assertRefused(withKey(new EventKey(1, 1L << 40)), "key.sequence");
    assertRefused(withKey(new EventKey(1L << 32, 1)), "key.originId");
  }

  private static RoadEvent withKey(EventKey key) {
    RoadEvent event = event(new EventCause(2, 0), TIME, List.of());
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
    assertThat(TimWriter.write(event))
        .isInstanceOfSatisfying(
            Packed.Unpackable.class,
            impossible -> assertThat(impossible.refused().reason()).contains(reason));
  }

  private static RoadEvent event(EventCause cause, EventTime time, List<Sign> signs) {
    EventPlace place =
        new EventPlace(HERE, Double.NaN, Double.NaN, Double.NaN, List.of(), List.of());
    return new RoadEvent(
        new EventKey(1, 1),
        cause,
        RoadEvent.Termination.NONE,
        time,
        place,
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        signs);
  }

  private static RoadEvent event(EventCause cause, EventTime time, EventPlace place) {
    return new RoadEvent(
        new EventKey(1, 1),
        cause,
        RoadEvent.Termination.NONE,
        time,
        place,
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of());
  }
}
