package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.place.Corridor;
import city.wayside.road.place.Zone;
import city.wayside.server.place.PlaceSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacesResourceTest {

  private RunningServer server;

  @BeforeEach
  void start() {
    RoadNetwork network = Fixture.network();
    List<GeoPoint> border =
        List.of(new GeoPoint(52, 13), new GeoPoint(53, 13), new GeoPoint(53, 14));
    PlaceSources places =
        new PlaceSources(
            List.of(new Corridor("c", "Both", List.of(0, 1)), new Corridor("d", "", List.of(1))),
            List.of(
                new Zone("busy", "Centre", border, List.of(0)),
                new Zone("quiet", "", border, List.of(1)),
                new Zone("new", "", border, List.of(1))),
            (length, startMs) ->
                length == WindowLength.ONE_MINUTE && startMs == Fixture.FOUR_MS
                    ? Map.of("busy", 10, "quiet", 9)
                    : Map.of(),
            10);
    assertThat(network.segmentCount()).isEqualTo(2);
    server = RunningServer.start(places);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  @Test
  void nothingClosedYetIsAnEmptyCollection() throws Exception {
    for (String path : List.of("/api/v1/corridors", "/api/v1/zones?window=300")) {
      assertThat(server.get(path).body())
          .as(path)
          .isEqualTo(
              quoted(
                      "{'type':'FeatureCollection','networkVersion':'%s',"
                          + "'window':null,'features':[]}")
                  .formatted(server.network.version()));
    }
  }

  @Test
  void corridorsTakeTheSumOfTheirSegmentsTimes() throws Exception {
    server.traffic.records.add(Fixture.known(server.network, "A 1/2", Fixture.FOUR_MS, 0));

    String body = server.get("/api/v1/corridors?window=60").body();

    // 67.69 m at 12.5 m/s and, where nobody reports, 222.5 m at an assumed 10 m/s.
    assertThat(body)
        .contains(
            quoted(
                "'window':{'lengthS':60,'start':'2026-11-23T04:00:00.000Z',"
                    + "'end':'2026-11-23T04:01:00.000Z'}"))
        .contains(
            quoted(
                "'geometry':{'type':'MultiLineString','coordinates':[[[13.4,52.5],[13.401,52.5]],"
                    + "[[13.5,52.6],[13.5,52.601],[13.5,52.602]]]},"
                    + "'properties':{'corridorId':'c','name':'Both',"
                    + "'windowStart':'2026-11-23T04:00:00.000Z',"
                    + "'windowEnd':'2026-11-23T04:01:00.000Z','lengthM':290.19,"
                    + "'travelTimeType':'instantaneous','travelTimeS':27.665,"
                    + "'freeFlowTravelTimeS':27.123,'speedMps':10.489,'completeness':0.233,"
                    + "'suppressed':false}"))
        .contains(
            quoted("'travelTimeS':22.25,'freeFlowTravelTimeS':22.25,'speedMps':10,")
                + quoted("'completeness':0,'suppressed':false"));
  }

  @Test
  void aStandingSegmentDoesNotTakeForEverAndFewVehiclesAreMarked() throws Exception {
    server.traffic.records.add(Fixture.standing(server.network, "B", Fixture.FOUR_MS));

    // 222.5 m at 1 km/h.
    assertThat(server.get("/api/v1/corridors").body())
        .contains(quoted("'travelTimeS':801,"))
        .contains(quoted("'completeness':1,'suppressed':true"));
  }

  @Test
  void zonesOfTooFewVehiclesAreSuppressed() throws Exception {
    server.traffic.records.add(Fixture.known(server.network, "A 1/2", Fixture.FOUR_MS, 0));

    String body = server.get("/api/v1/zones").body();

    assertThat(body)
        .contains(
            quoted(
                "{'type':'Feature','id':'busy','geometry':{'type':'Polygon','coordinates':"
                    + "[[[13,52],[13,53],[14,53],[13,52]]]},'properties':{'zoneId':'busy',"
                    + "'name':'Centre','windowStart':'2026-11-23T04:00:00.000Z',"
                    + "'windowEnd':'2026-11-23T04:01:00.000Z','vehicles':10,'suppressed':false}}"))
        .contains(quoted("'zoneId':'quiet'"))
        .contains(quoted("'vehicles':null,'suppressed':true"))
        .endsWith(quoted("'vehicles':null,'suppressed':false}}]}"))
        .doesNotContain(quoted("'vehicles':9"));
  }

  @Test
  void anotherMomentIsAnotherWindow() throws Exception {
    server.traffic.records.add(Fixture.known(server.network, "A 1/2", Fixture.FOUR_MS, 0));

    assertThat(server.get("/api/v1/zones?at=2026-11-23T03:59:30Z").body())
        .contains(quoted("'start':'2026-11-23T03:59:00.000Z'"))
        .doesNotContain(quoted("'vehicles':10"));
    assertThat(server.get("/api/v1/corridors?window=61").statusCode()).isEqualTo(400);
    assertThat(server.get("/api/v1/zones?k=1").statusCode()).isEqualTo(400);
  }
}
