package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficResourceTest {

  private static final String EMPTY = "\"window\":null,\"features\":[]}";

  private RunningServer server;

  @BeforeEach
  void start() {
    ServerConfig config = ServerConfig.defaults();
    server = RunningServer.start(config);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nothingClosedYetIsAnEmptyCollectionWithoutWindow() throws Exception {
    HttpResponse<String> response = server.get("/api/v1/traffic");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"FeatureCollection\",\"networkVersion\":\""
                + server.network.version()
                + "\","
                + EMPTY);
  }

  @Test
  void theNewestWindowHasEveryCanonicalField() throws Exception {
    add("A 1/2", -60_000);
    add("A 1/2", 0);

    HttpResponse<String> response = server.get("/api/v1/traffic");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(response.body())
        .isEqualTo(
            ("{'type':'FeatureCollection','networkVersion':'%1$s','window':{'lengthS':60,"
                    + "'start':'2026-11-23T04:00:00.000Z','end':'2026-11-23T04:01:00.000Z'},"
                    + "'features':[{'type':'Feature','id':'A 1/2','geometry':{'type':'LineString',"
                    + "'coordinates':[[13.4,52.5],[13.401,52.5]]},'properties':%2$s}]}")
                .formatted(server.network.version(), record())
                .replace('\'', '"'));
  }

  @Test
  void whatIsNotKnownIsNull() throws Exception {
    server.traffic.records.add(Fixture.unknown(server.network, "B", Fixture.FOUR_MS));

    HttpResponse<String> response = server.get("/api/v1/traffic?geometry=none");

    assertThat(response.body())
        .contains("\"geometry\":null")
        .endsWith(
            ("'vehicles':0,'sumDistanceM':0,'sumTimeS':0,'speedMps':null,'speedKmh':null,"
                    + "'densityVpkm':0,'probeFlowVph':0,'flowVph':null,'penetration':null,"
                    + "'flowStdErrVph':null,'travelTimeS':null,'freeFlowSpeedMps':13.89,"
                    + "'stoppedTimeS':0,'queueLengthM':null,'levelOfService':'unknown',"
                    + "'confidence':0,'suppressed':true}}]}")
                .replace('\'', '"'));
  }

  @Test
  void aBoxTakesTheRecordsOfTheSegmentsThatTouchIt() throws Exception {
    add("A 1/2", 0);
    add("B", 0);

    String body = server.get("/api/v1/traffic?bbox=13.49,52.59,13.51,52.61").body();

    assertThat(body).contains("\"id\":\"B\"").doesNotContain("\"id\":\"A 1/2\"");
  }

  @Test
  void aTimeTakesTheWindowThatHoldsItOrTheNewestBefore() throws Exception {
    add("A 1/2", -60_000);
    add("B", 0);

    String earlier = server.get("/api/v1/traffic?at=2026-11-23T04:59:59.999%2B01:00").body();
    String later = server.get("/api/v1/traffic?at=" + (Fixture.FOUR_MS + 3_600_000)).body();
    String longAgo = server.get("/api/v1/traffic?at=2026-11-22T00:00:00Z").body();

    assertThat(earlier).contains("\"start\":\"2026-11-23T03:59:00.000Z\"", "\"id\":\"A 1/2\"");
    assertThat(later).contains("\"start\":\"2026-11-23T04:00:00.000Z\"", "\"id\":\"B\"");
    assertThat(longAgo).contains("\"start\":\"2026-11-22T00:00:00.000Z\"", "\"features\":[]");
  }

  @Test
  void otherLengthsAreWindowsOfTheirOwn() throws Exception {
    add("A 1/2", 0);

    assertThat(server.get("/api/v1/traffic?window=300").body()).endsWith(EMPTY);
  }

  @Test
  void theSameQuestionIsAnsweredOutOfTheCache() throws Exception {
    add("A 1/2", 0);

    String first = server.get("/api/v1/traffic").body();
    String second = server.get("/api/v1/traffic").body();

    assertThat(second).isEqualTo(first);
    assertThat(server.traffic.windowsAsked).hasValue(1);
  }

  @Test
  void aRevisedWindowHasAnotherTag() throws Exception {
    add("A 1/2", 0);
    String etag =
        server.get("/api/v1/traffic?window=60").headers().firstValue("ETag").orElseThrow();
    assertThat(server.get("/api/v1/traffic", "If-None-Match", etag).statusCode()).isEqualTo(304);

    server.traffic.records.set(0, Fixture.known(server.network, "A 1/2", Fixture.FOUR_MS, 1));

    // Another spelling of the same box is another question, so the cache does not hide the change.
    HttpResponse<String> revised =
        server.get("/api/v1/traffic?at=2026-11-23T04:00:00Z", "If-None-Match", etag);
    assertThat(revised.statusCode()).isEqualTo(200);
  }

  @Test
  void historyIsTheLastHourOldestFirst() throws Exception {
    add("A 1/2", -3_600_000 + 60_000);
    add("A 1/2", -3_600_000 + 120_000);
    add("A 1/2", 0);
    add("B", 0);

    String body = server.get("/api/v1/traffic/A%201%2F2").body();

    assertThat(body)
        .startsWith(
            ("{'segmentId':'A 1/2','window':{'lengthS':60},'from':'2026-11-23T03:01:30.000Z',"
                    + "'to':'2026-11-23T04:01:30.000Z','records':[{'segmentId':'A 1/2',"
                    + "'networkVersion':'%s','windowStart':'2026-11-23T03:02:00.000Z'")
                .formatted(server.network.version())
                .replace('\'', '"'))
        .endsWith("," + record().replace('\'', '"') + "]}");
  }

  @Test
  void historyIsBounded() throws Exception {
    String from = "/api/v1/traffic/B?from=2026-11-21T00:00:00Z&to=2026-11-22T00:00:00.001Z";

    assertThat(server.get(from).body())
        .contains(
            "parameter 'from' is '2026-11-21T00:00:00.000Z'; must be before 'to', which is"
                + " 2026-11-22T00:00:00.001Z, by 24 hours at most");
    assertThat(server.get("/api/v1/traffic/B?from=2026-11-23T05:00:00Z").statusCode())
        .isEqualTo(400);
    assertThat(server.get("/api/v1/traffic/nowhere").statusCode()).isEqualTo(404);
  }

  private void add(String segmentId, long afterMs) {
    server.traffic.records.add(
        Fixture.known(server.network, segmentId, Fixture.FOUR_MS + afterMs, 0));
  }

  /// The record of [Fixture#known] as it must be written.
  private String record() {
    return ("{'segmentId':'A 1/2','networkVersion':'%s','windowStart':'2026-11-23T04:00:00.000Z',"
            + "'windowEnd':'2026-11-23T04:01:00.000Z','revision':0,'vehicles':12,"
            + "'sumDistanceM':1234.568,'sumTimeS':98.765,'speedMps':12.5,'speedKmh':45,"
            + "'densityVpkm':24.312,'probeFlowVph':1094.333,'flowVph':2188.667,"
            + "'penetration':0.12346,'flowStdErrVph':87.543,"
            + "'travelTimeS':{'p50':5.123,'p80':6,'p95':7.5},'freeFlowSpeedMps':13.89,"
            + "'stoppedTimeS':3.25,'queueLengthM':41.5,'levelOfService':'heavy',"
            + "'confidence':0.877,'suppressed':false}")
        .formatted(server.network.version());
  }
}
