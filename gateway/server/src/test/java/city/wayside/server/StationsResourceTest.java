package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.config.Secret;
import city.wayside.server.stream.StreamConfig;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationsResourceTest {

  private static final String CAR =
      ("{'type':'Feature','id':4000000001,'geometry':{'type':'Point','coordinates':"
              + "[13.4003,52.5000001]},'properties':{'stationId':4000000001,'type':'passengerCar',"
              + "'speedMps':12.346,'headingDeg':90.5,'segmentId':'A 1/2','offsetM':20.063,"
              + "'at':'2026-11-23T04:00:00.005Z'}}")
          .replace('\'', '"');
  private static final String BUS =
      ("{'type':'Feature','id':7,'geometry':{'type':'Point','coordinates':[13.5,52.6]},"
              + "'properties':{'stationId':7,'type':'bus','speedMps':null,'headingDeg':null,"
              + "'segmentId':null,'offsetM':null,'at':'2026-11-23T04:00:00.000Z'}}")
          .replace('\'', '"');

  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start();
    fill(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void fill(RunningServer server) {
    server.stations.all.add(Fixture.car(4_000_000_001L, 52.50000012, 13.4003));
    server.stations.all.add(Fixture.bus(7, 52.6, 13.5));
  }

  @Test
  void allStationsAreGivenWithoutFilter() throws Exception {
    HttpResponse<String> response = server.get("/api/v1/stations");

    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.body()).isEqualTo(collection(false, 2, CAR + "," + BUS));
  }

  @Test
  void boxCircleAndTypeFilter() throws Exception {
    assertThat(server.get("/api/v1/stations?bbox=13.4,52.4,13.41,52.55").body())
        .isEqualTo(collection(false, 1, CAR));
    assertThat(server.get("/api/v1/stations?radius=52.6,13.501,70").body())
        .isEqualTo(collection(false, 1, BUS));
    assertThat(server.get("/api/v1/stations?radius=52.6,13.501,60").body())
        .isEqualTo(collection(false, 0, ""));
    assertThat(server.get("/api/v1/stations?type=bus").body()).isEqualTo(collection(false, 1, BUS));
  }

  @Test
  void moreThanTheLimitIsToldAsTruncated() throws Exception {
    assertThat(server.get("/api/v1/stations?limit=1").body()).isEqualTo(collection(true, 1, CAR));
    assertThat(server.get("/api/v1/stations?limit=2&type=bus").body())
        .isEqualTo(collection(false, 1, BUS));
  }

  @Test
  void oneStationAndTheCount() throws Exception {
    assertThat(server.get("/api/v1/stations/4000000001").body()).isEqualTo(CAR);
    assertThat(server.get("/api/v1/stations/count").body()).isEqualTo("{\"count\":2}");
    assertThat(server.get("/api/v1/stations/8").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/stations/bus").body())
        .contains("parameter 'id' is 'bus'; must be a station id, 0 to 4294967295");
  }

  @Test
  void whatFiltersAreAllowedIsSaid() throws Exception {
    assertThat(server.get("/api/v1/stations?type=tank").body())
        .contains("parameter 'type' is 'tank'; must be one of unknown, pedestrian, ");
    assertThat(server.get("/api/v1/stations?radius=52,13,-1").body())
        .contains(
            "parameter 'radius' is '52,13,-1'; must be latitude,longitude,metres with latitude"
                + " within -90 to 90, longitude within -180 to 180 and metres above 0, up to"
                + " 100000");
    assertThat(server.get("/api/v1/stations?limit=10001").body())
        .contains("parameter 'limit' is '10001'; must be a whole number from 1 to 10000");
    assertThat(server.get("/api/v1/stations?radius=52,13,5&bbox=1,2,3,4").body())
        .contains("parameters 'bbox' and 'radius' exclude each other");
  }

  @Test
  void withoutTokenOnlyThisMachineIsAnswered() throws Exception {
    HttpResponse<String> proxied = server.get("/api/v1/stations", "X-Forwarded-For", "192.0.2.7");

    assertThat(proxied.statusCode()).isEqualTo(403);
    assertThat(proxied.body())
        .contains(
            "only clients on the gateway's own machine are answered here until"
                + " server.operatorToken is set")
        .doesNotContain("coordinates");
  }

  @Test
  void aTokenIsAskedOfEverybody() throws Exception {
    try (RunningServer guarded = RunningServer.start(config(new Secret("correct horse battery")))) {
      fill(guarded);
      for (String path : List.of("", "/7", "/count")) {
        String uri = "/api/v1/stations" + path;
        HttpResponse<String> without = guarded.get(uri);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate"))
            .hasValue("Bearer realm=\"wayside\"");
        assertThat(guarded.get(uri, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(guarded.get(uri, "Authorization", "bearer correct horse battery").statusCode())
            .isEqualTo(200);
      }
    }
  }

  private static ServerConfig config(@Nullable Secret token) {
    return new ServerConfig(
        "127.0.0.1", 0, token, List.of(), 10, 10_000, 64, 1_000, 1 << 20, StreamConfig.defaults());
  }

  private static String collection(boolean truncated, int count, String features) {
    return "{\"type\":\"FeatureCollection\",\"truncated\":%s,\"count\":%d,\"features\":[%s]}"
        .formatted(truncated, count, features);
  }
}
