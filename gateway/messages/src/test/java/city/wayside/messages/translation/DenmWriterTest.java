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
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenmWriterTest {

  private static final long STATION_ID = 42;
  private static final GeoPoint HERE = new GeoPoint(53.5, 10);
  private static final EventTime TIME =
      new EventTime(1_780_000_000_000L, 1_780_000_000_123L, 1_780_000_000_000L, 1_780_000_300_000L);

  @Property(tries = 2000, seed = "1")
  void aHazardComesBackWithinTheQuanta(@ForAll long seed) {
    RoadEvent event = new RandomEvents(seed).hazard();
    RoadEvent back = RoundTrips.back(DenmWriter.write(event, STATION_ID));

    assertThat(back.key()).isEqualTo(event.key());
    assertThat(back.cause()).isEqualTo(event.cause());
    assertThat(back.linkedCause()).isEqualTo(event.linkedCause());
    assertThat(back.termination()).isEqualTo(event.termination());
    assertThat(back.time()).isEqualTo(event.time());
    assertThat(back.relevance()).isEqualTo(event.relevance());
    assertThat(back.quality()).isEqualTo(event.quality());
    RoundTrips.assertNear(event.place().position(), back.place().position());
    RoundTrips.assertNear(event.place().accuracyM(), back.place().accuracyM(), 0.01);
    RoundTrips.assertNear(event.place().headingDeg(), back.place().headingDeg(), 0.1);
    RoundTrips.assertNear(event.place().speedMps(), back.place().speedMps(), 0.01);
    RoundTrips.assertNearWays(event.place().traces(), back.place().traces());
    RoundTrips.assertNearWays(event.place().zones(), back.place().zones());
    // What was read once is said without any further loss.
    assertThat(RoundTrips.back(DenmWriter.write(back, STATION_ID))).isEqualTo(back);
  }

  @Property(tries = 5000, seed = "2")
  void noEventMakesItThrow(@ForAll long seed) {
    RoadEvent event = new RandomEvents(seed).any();
    switch (DenmWriter.write(event, STATION_ID)) {
      case Packed.Bytes message ->
          assertThat(new Unpacker().unpack(message.bytes())).isInstanceOf(Unpacked.Message.class);
      case Packed.Unpackable impossible ->
          assertThat(impossible.refused().code()).isEqualTo(Refusal.OUT_OF_RANGE);
    }
  }

  @Test
  void everyReferenceMessageWithAPositionComesBackTheSame() {
    int count = 0;
    for (JsonNode vector : Vectors.of("etsi.jsonl")) {
      if (!vector.get("message").asText().equals("DENM")) {
        continue;
      }
      RoadEvent event = Translated.event(Vectors.bytes(vector));
      switch (DenmWriter.write(event, STATION_ID)) {
        case Packed.Bytes message -> {
          RoadEvent back = Translated.event(message.bytes());
          assertThat(back).as(vector.get("id").asText()).isEqualTo(event);
          count++;
        }
        case Packed.Unpackable _ -> assertThat(event.place().position().latDeg()).isNaN();
      }
    }
    System.out.println("DENMs written again with the same event: " + count);
    assertThat(count).isEqualTo(14);
  }

  @Test
  void theSenderIsTheStationThatIsGiven() {
    Packed packed = DenmWriter.write(at(HERE, TIME), 0xFFFF_FFFFL);
    assertThat(((Packed.Bytes) packed).bytes()).startsWith(2, 1, 0xFF, 0xFF, 0xFF, 0xFF);
  }

  @Test
  void anEventWithoutEndIsValidForADay() {
    EventTime open = new EventTime(TIME.detectedMs(), TIME.detectedMs(), 0, EventTime.OPEN);
    assertThat(RoundTrips.back(DenmWriter.write(at(HERE, open), 1)).time().untilMs())
        .isEqualTo(TIME.detectedMs() + 86_400_000L);
  }

  @ParameterizedTest(name = "{0} ms are {1} s")
  @CsvSource({"-1, 0", "0, 0", "1, 1", "1000, 1", "1001, 2", "86400001, 86400"})
  void theEndIsRoundedUpToSeconds(long lastingMs, long validityS) {
    long fromMs = TIME.detectedMs();
    EventTime time = new EventTime(fromMs, fromMs, fromMs, fromMs + lastingMs);
    assertThat(RoundTrips.back(DenmWriter.write(at(HERE, time), 1)).time().untilMs())
        .isEqualTo(fromMs + validityS * 1000);
  }

  @Test
  void theStartIsTheDetectionWhateverItWas() {
    EventTime later =
        new EventTime(TIME.detectedMs(), TIME.detectedMs(), TIME.untilMs(), TIME.untilMs());
    assertThat(RoundTrips.back(DenmWriter.write(at(HERE, later), 1)).time().fromMs())
        .isEqualTo(TIME.detectedMs());
  }

  @ParameterizedTest(name = "{0} m is in the class up to {1} m")
  @CsvSource({
    "0, 50",
    "50, 50",
    "50.1, 100",
    "999, 1000",
    "5001, 10000",
    "10001, Infinity",
    "NaN, NaN"
  })
  void theDistanceIsRoundedUpToAClass(double distanceM, Double classM) {
    RoadEvent event =
        new RoadEvent(
            new EventKey(1, 1),
            EventCause.NONE,
            RoadEvent.Termination.NONE,
            TIME,
            place(HERE, List.of(), List.of()),
            new Relevance(distanceM, Relevance.Direction.UNKNOWN),
            RoadEvent.Quality.UNKNOWN,
            List.of());
    assertThat(RoundTrips.back(DenmWriter.write(event, 1)).relevance().distanceM())
        .isEqualTo(classM);
  }

  @Test
  void waysAreCutAndFurtherZonesAndSignsLeftOut() {
    GeoPoint near = new GeoPoint(53.501, 10);
    GeoPoint far = new GeoPoint(53.52, 10);
    List<GeoPoint> way = List.of(near, far, near);
    RoadEvent event =
        new RoadEvent(
            new EventKey(1, 1),
            new EventCause(2, 0),
            RoadEvent.Termination.NONE,
            TIME,
            place(HERE, List.of(way, List.of(far)), List.of(way, way)),
            Relevance.UNKNOWN,
            RoadEvent.Quality.UNKNOWN,
            List.of(new Sign(Sign.Catalogue.TEXT, "Ice")));
    RoadEvent back = RoundTrips.back(DenmWriter.write(event, 1));
    assertThat(back.place().traces()).containsExactly(List.of(near));
    assertThat(back.place().zones()).containsExactly(List.of(near));
    assertThat(back.signs()).isEmpty();
  }

  @Test
  void aWayMayCrossTheAntimeridian() {
    GeoPoint east = new GeoPoint(-17, 179.9999);
    GeoPoint west = new GeoPoint(-17, -179.9999);
    RoadEvent event = event(place(east, List.of(List.of(west, east)), List.of()), TIME);
    assertThat(RoundTrips.back(DenmWriter.write(event, 1)).place().traces())
        .containsExactly(List.of(west, east));
  }

  @Test
  void whatADenmCannotSayIsRefused() {
    assertRefused(DenmWriter.write(at(new GeoPoint(Double.NaN, 10), TIME), 1), "place.position");
    assertRefused(DenmWriter.write(at(new GeoPoint(91, 10), TIME), 1), "place.position");
    assertRefused(DenmWriter.write(at(HERE, TIME), -1), "stationId");
    assertRefused(DenmWriter.write(withKey(1, 65_536), 1), "key.sequence is 65536");
    assertRefused(DenmWriter.write(withKey(1L << 32, 1), 1), "key.originId");
    assertRefused(DenmWriter.write(withCause(new EventCause(256, 0)), 1), "cause");
    assertRefused(DenmWriter.write(withCause(new EventCause(2, -1)), 1), "cause");
  }

  private static void assertRefused(Packed packed, String reason) {
    assertThat(packed)
        .isInstanceOfSatisfying(
            Packed.Unpackable.class,
            impossible -> assertThat(impossible.refused().reason()).contains(reason));
  }

  private static RoadEvent withCause(EventCause cause) {
    return new RoadEvent(
        new EventKey(1, 1),
        cause,
        RoadEvent.Termination.NONE,
        TIME,
        place(HERE, List.of(), List.of()),
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of());
  }

  private static RoadEvent withKey(long originId, long sequence) {
    return new RoadEvent(
        new EventKey(originId, sequence),
        EventCause.NONE,
        RoadEvent.Termination.NONE,
        TIME,
        place(HERE, List.of(), List.of()),
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of());
  }

  private static RoadEvent at(GeoPoint position, EventTime time) {
    return event(place(position, List.of(), List.of()), time);
  }

  private static RoadEvent event(EventPlace place, EventTime time) {
    return new RoadEvent(
        new EventKey(1, 1),
        EventCause.NONE,
        RoadEvent.Termination.NONE,
        time,
        place,
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of());
  }

  private static EventPlace place(
      GeoPoint position, List<List<GeoPoint>> traces, List<List<GeoPoint>> zones) {
    return new EventPlace(position, Double.NaN, Double.NaN, Double.NaN, traces, zones);
  }
}
