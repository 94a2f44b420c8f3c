package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.sae.Areas;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.uper.StringType;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import city.wayside.model.message.Decoded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimTranslationTest {

  private static final String FILE = "j2735.jsonl";

  @Test
  void snowOnAPathInDegrees() {
    // Raw: timeStamp 20160 (14 days into the year nearest to the receive time), packet
    // 14062EF0 020D051A01, warning sign, 2025 minute 20160 for 8640 minutes, 389561540/-771494260,
    // slices 13 to 15, 0 and 1, steps east/north 16/64, 485/830, ..., ITIS 4868.
    RoadEvent event = Translated.event(Translated.bytes(FILE, "j2735-14bb32b1ea4b"));
    assertThat(event.key()).isEqualTo(new EventKey(0x1406_2EF0L, 0x02_0D05_1A01L));
    assertThat(event.cause()).isEqualTo(new EventCause(19, 2));
    assertThat(event.time())
        .isEqualTo(
            new EventTime(
                ms("2026-01-15T00:00:00Z"),
                ms("2026-01-15T00:00:00Z"),
                ms("2025-01-15T00:00:00Z"),
                ms("2025-01-21T00:00:00Z")));
    assertThat(event.place().position()).isEqualTo(new GeoPoint(38.9561540, -77.1494260));
    assertThat(event.place().headingDeg()).isEqualTo(348.75);
    assertThat(event.place().zones()).hasSize(1);
    assertThat(event.place().zones().getFirst())
        .hasSize(13)
        .startsWith(new GeoPoint(38.9561604, -77.1494244), new GeoPoint(38.9562434, -77.1493759));
    assertThat(event.signs())
        .containsExactly(
            new Sign(Sign.Catalogue.NATIONAL, "MUTCD-warning"),
            new Sign(Sign.Catalogue.ITIS, "4868"));
  }

  @Test
  void aClosedPathInCentimetres() {
    // Raw: no timeStamp, packet 00000000 00087FAA72, 2025 minute 181181 for 5760 minutes,
    // 281185423/-818311882, x/y 277/-1815, 20/885, ..., closed, work zone ITIS 769.
    RoadEvent event = Translated.event(Translated.bytes(FILE, "j2735-fedf84bba014"));
    assertThat(event.key()).isEqualTo(new EventKey(0, 0x08_7FAA72L));
    assertThat(event.time())
        .isEqualTo(
            new EventTime(
                Translated.RECEIVED_MS,
                Translated.RECEIVED_MS,
                ms("2025-05-06T19:41:00Z"),
                ms("2025-05-10T19:41:00Z")));
    List<GeoPoint> border = event.place().zones().getFirst();
    assertThat(border).hasSize(9).endsWith(border.getFirst());
    // A degree at 28.1185 degrees north is 110.824 km, and 98.243 km to the east (series of the
    // WGS 84 ellipsoid, as maps use it).
    assertThat(border.get(0).latDeg()).isCloseTo(28.1185423 - 18.15 / 110_824, within(2e-8));
    assertThat(border.get(0).lonDeg()).isCloseTo(-81.8311882 + 2.77 / 98_243, within(2e-8));
    assertThat(border.get(1).latDeg()).isCloseTo(28.1185423 - 9.30 / 110_824, within(2e-8));
    assertThat(border.get(1).lonDeg()).isCloseTo(-81.8311882 + 2.97 / 98_243, within(2e-8));
    // Slices 15, 0 and 1.
    assertThat(event.place().headingDeg()).isEqualTo(11.25);
    assertThat(event.signs())
        .containsExactly(
            new Sign(Sign.Catalogue.NATIONAL, "MUTCD-maintenance"),
            new Sign(Sign.Catalogue.ITIS, "769"));
    assertThat(event.cause()).isEqualTo(EventCause.NONE);
  }

  @Test
  void anAdviceWithoutAnEndAndWithPlacesInDegrees() {
    // Raw: 2017 minute 19704 for 32000 (forever), two opposite groups of slices, places
    // 424614153/-832784449 and three more.
    RoadEvent event = Translated.event(Translated.bytes(FILE, "j2735-2ed0935616d9"));
    assertThat(event.time().fromMs()).isEqualTo(ms("2017-01-14T16:24:00Z"));
    assertThat(event.time().untilMs()).isEqualTo(EventTime.OPEN);
    assertThat(event.place().headingDeg()).isNaN();
    assertThat(event.place().zones().getFirst())
        .hasSize(4)
        .startsWith(new GeoPoint(42.4614153, -83.2784449));
  }

  @Test
  void phrasesAndTextsKeepTheirOrder() {
    // Raw: no year: minute 174826 is May 2nd, 09:46; ITIS 532, 531 and two texts.
    RoadEvent event = Translated.event(Translated.bytes(FILE, "j2735-f3f2abb8a343"));
    assertThat(event.time().fromMs()).isEqualTo(ms("2026-05-02T09:46:00Z"));
    assertThat(event.cause()).isEqualTo(new EventCause(94, 0));
    assertThat(event.signs())
        .containsExactly(
            new Sign(Sign.Catalogue.ITIS, "532"),
            new Sign(Sign.Catalogue.ITIS, "531"),
            new Sign(Sign.Catalogue.TEXT, "User Initiated Distress"),
            new Sign(Sign.Catalogue.TEXT, "Vehicle-Class: Unknown"));
  }

  @Test
  void aCircleOfAGeometry() {
    // Raw: no year, minute 115549 is March 22nd, 05:49, for 1 minute; centre
    // 389549775/-771491835, 74 m; ITIS 7186, "curve", 13569.
    RoadEvent event = Translated.event(Translated.bytes(FILE, "j2735-a2f1f1897df0"));
    assertThat(event.time().fromMs()).isEqualTo(ms("2026-03-22T05:49:00Z"));
    assertThat(event.time().untilMs()).isEqualTo(ms("2026-03-22T05:50:00Z"));
    GeoPoint center = new GeoPoint(38.9549775, -77.1491835);
    assertThat(event.place().position()).isEqualTo(center);
    assertThat(event.place().zones()).containsExactly(TimRegion.polygon(center, 74));
    assertThat(event.signs())
        .containsExactly(
            new Sign(Sign.Catalogue.NATIONAL, "MUTCD-warning"),
            new Sign(Sign.Catalogue.ITIS, "7186"),
            new Sign(Sign.Catalogue.TEXT, "curve"),
            new Sign(Sign.Catalogue.ITIS, "13569"));
  }

  @Test
  void anOldRegionOfPointsAndAPathWithAScale() {
    // Raw: anchor -310919171/-169708141, then x/y -9580/-26076, -29325/30375, -19472/15221.
    RoadEvent old = Translated.event(Translated.bytes(FILE, "j2735-e89af91519d2"));
    GeoPoint first = new GeoPoint(-31.0945247, -16.9717721);
    assertThat(old.place().zones().get(1))
        .containsExactly(
            first,
            new GeoPoint(-31.0914872, -16.9747046),
            new GeoPoint(-31.0899651, -16.9766518),
            first);
    // Raw: anchor -714161321/-1285139143, scale 1, so -127947/-120550 counts twice; then a place.
    RoadEvent scaled = Translated.event(Translated.bytes(FILE, "j2735-f820f8ac4b82"));
    assertThat(scaled.place().zones().get(1))
        .startsWith(new GeoPoint(-71.4402421, -128.5395037), new GeoPoint(73.5850714, -99.8896073));
  }

  @Test
  void aCircleIsAPolygonOnIt() {
    List<GeoPoint> corners = TimRegion.polygon(new GeoPoint(0, 0), 1000);
    assertThat(corners).hasSize(17).endsWith(corners.getFirst());
    // On the equator a degree is 110.574 km north and 111.320 km east.
    assertThat(corners.get(0).latDeg()).isCloseTo(1 / 110.574, within(1e-7));
    assertThat(corners.get(4).lonDeg()).isCloseTo(1 / 111.320, within(1e-7));
    assertThat(corners.get(8).latDeg()).isCloseTo(-1 / 110.574, within(1e-7));
  }

  @Test
  void everyFrameOfATimIsAnEventOfItsOwn() throws Exception {
    RandomMessages random = new RandomMessages(9);
    int frames = 0;
    for (int i = 0; i < 500; i++) {
      Decoded.Events events = (Decoded.Events) Translated.of(random.framed("TravelerInformation"));
      assertThat(events.events().stream().map(RoadEvent::key).distinct())
          .hasSameSizeAs(events.events());
      frames += events.events().size();
    }
    System.out.println("random traveler data frames: " + frames);
    assertThat(frames).isGreaterThan(500);
  }

  @Test
  void aMinuteThatIsNotValidIsTheReceiveTime() throws Exception {
    RandomMessages random = new RandomMessages(10);
    RandomValues.Fixed invalid =
        new RandomValues.Fixed(
            Path.of(MessageFrame.MESSAGE_FRAME, "value.TravelerInformation.timeStamp"), 527_040);
    RoadEvent event = Translated.event(random.framed("TravelerInformation", invalid));
    assertThat(event.time().referenceMs()).isEqualTo(Translated.RECEIVED_MS);
  }

  @ParameterizedTest(name = "slices {0} are {1} degrees")
  @CsvSource({
    "1000000000000000, 11.25",
    "0000000000000001, 348.75",
    "1000000000000001, 0",
    "0000111100000000, 135",
    "1111111100000000, 90",
    "1111111110000000, NaN",
    "1010000000000000, NaN",
    "0000000000000000, NaN",
    "1111111111111111, NaN",
  })
  void slicesSideBySideAreAHeading(String slices, Double headingDeg) throws Exception {
    Draft draft = new Draft(Areas.GEOGRAPHICAL_PATH);
    long cell = draft.text((StringType) TimPaths.DIRECTION.target(), slices);
    assertThat(HeadingSlices.headingDeg(draft.tape(), cell)).isEqualTo(headingDeg);
  }

  private static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
