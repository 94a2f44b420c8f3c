package city.wayside.grid;

import static city.wayside.grid.DownItems.message;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Quality;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.flow.UplinkBatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static final long START_MS = 1_800_000_000_000L;
  private static final GeoPoint UNKNOWN = new GeoPoint(Double.NaN, Double.NaN);
  private static final BoundingBox CITY = new BoundingBox(48, 11, 48.2, 11.2);

  private final ManualClock clock = new ManualClock(START_MS);
  private Grid grid;
  private long batches;

  @BeforeEach
  void start() throws Exception {
    grid = TestGrids.member(TestGrids.config(), clock);
  }

  @AfterEach
  void stop() {
    grid.close();
  }

  private void send(RoadEvent... events) throws Exception {
    TestGrids.send(
        grid,
        new UplinkBatch(
            "edge-1", ++batches, "none", List.of(), List.of(), List.of(events), List.of()));
  }

  private static EventPlace at(double latDeg, double lonDeg) {
    return place(new GeoPoint(latDeg, lonDeg), List.of(), List.of());
  }

  private static EventPlace place(
      GeoPoint position, List<List<GeoPoint>> traces, List<List<GeoPoint>> zones) {
    return new EventPlace(position, 5, Double.NaN, 0, traces, zones);
  }

  private static RoadEvent event(
      int id, long referenceMs, long untilMs, Termination termination, EventPlace place) {
    return new RoadEvent(
        new EventKey(4711, id),
        new EventCause(2, 1),
        termination,
        new EventTime(START_MS, referenceMs, START_MS, untilMs),
        place,
        Relevance.UNKNOWN,
        Quality.UNKNOWN,
        List.of());
  }

  private static RoadEvent event(int id, long referenceMs, EventPlace place) {
    return event(id, referenceMs, START_MS + 60_000, Termination.NONE, place);
  }

  @Test
  void theNewestMessageAboutAnEventHoldsInWhateverOrderTheyCome() throws Exception {
    RoadEvent older = event(1, START_MS, at(48.1, 11.1));
    RoadEvent newer = event(1, START_MS + 1, at(48.15, 11.1));

    send(newer);
    send(older);
    assertThat(grid.events().byKey(newer.key())).contains(newer);

    RoadEvent newest = event(1, START_MS + 2, at(48.16, 11.1));
    send(older, newest, newer);
    assertThat(grid.events().byKey(newer.key())).contains(newest);
    assertThat(grid.events().count()).isEqualTo(1);
  }

  @Test
  void anEndedEventIsNotValidAndStaysEnded() throws Exception {
    RoadEvent before = event(1, START_MS, at(48.1, 11.1));
    RoadEvent denied = event(1, START_MS, START_MS + 60_000, Termination.NEGATED, at(48.1, 11.1));
    send(before);
    send(denied);
    send(before);

    assertThat(grid.events().all(10)).isEmpty();
    assertThat(grid.events().inside(CITY, 10)).isEmpty();
    assertThat(grid.events().byKey(before.key())).contains(denied);
  }

  @Test
  void anEventIsValidUntilItsTimeHasRunOut() throws Exception {
    RoadEvent open = event(2, START_MS, EventTime.OPEN, Termination.NONE, at(48.1, 11.1));
    send(event(1, START_MS, at(48.1, 11.1)), open);
    assertThat(grid.events().all(10)).hasSize(2);

    clock.set(START_MS + 60_000);

    assertThat(grid.events().all(10)).containsExactly(open);
    assertThat(grid.events().inside(CITY, 10)).containsExactly(open);
  }

  @Test
  void aBoxFindsWhatIsAtLeastPartlyInIt() throws Exception {
    GeoPoint west = new GeoPoint(48.1, 10.9);
    GeoPoint east = new GeoPoint(48.1, 11.1);
    send(
        event(1, 0, at(48.2, 11.2)),
        event(2, 0, at(48.3, 11.1)),
        event(3, 0, place(west, List.of(), List.of(List.of(east)))),
        event(4, 0, place(west, List.of(List.of(east)), List.of())),
        event(5, 0, place(UNKNOWN, List.of(List.of(west, east)), List.of())),
        event(6, 0, place(UNKNOWN, List.of(), List.of())));

    assertThat(grid.events().inside(CITY, 10))
        .extracting(event -> event.key().sequence())
        .containsExactlyInAnyOrder(1L, 3L, 5L);
    assertThat(grid.events().inside(CITY, 2)).hasSize(2);
    assertThat(grid.events().all(10)).hasSize(6);
    assertThat(grid.events().all(0)).isEmpty();
  }

  @Test
  void aBatchSentTwiceChangesNothingButRepeatsMessagesWithTheirId() throws Exception {
    RoadEvent event = event(1, START_MS, at(48.1, 11.1));
    UplinkBatch batch =
        new UplinkBatch(
            "edge-1",
            1,
            "none",
            List.of(Samples.station(1, START_MS, 48, 11)),
            List.of(),
            List.of(event),
            List.of(message(7, "a"), message(8, "a")));

    TestGrids.send(grid, batch);
    TestGrids.send(grid, batch);

    assertThat(grid.stations().count()).isEqualTo(1);
    assertThat(grid.events().all(10)).containsExactly(event);
    assertThat(grid.downlinkLog().after(-1, 10, Duration.ZERO))
        .extracting(LoggedItem::item)
        .containsExactly(message(7, "a"), message(8, "a"), message(7, "a"), message(8, "a"));
  }
}
