package city.wayside.adapters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.adapters.datex2.DatexConfig;
import city.wayside.adapters.outbox.ChangeFollower;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.traffic.SegmentTraffic;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The feeds as a city's machines fetch them, mounted under `/feeds` as the gateway does.
class CityAdaptersTest {

  private static final String DATA = "/feeds/datex2/measured-data.xml";
  private static final String SITES = "/feeds/datex2/measurement-sites.xml";
  private static final List<SegmentTraffic> RECORDS =
      List.of(Records.full(0, "a", 12), Records.full(1, "b", 3));
  private static final Instant NOW = Instant.ofEpochMilli(Records.START_MS + 70_500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeTraffic traffic = new FakeTraffic();
  private final CountingTelemetry telemetry = new CountingTelemetry();
  private CityAdapters adapters;
  private int port;

  @BeforeEach
  void start() {
    CityAdapters.Sources sources =
        new CityAdapters.Sources(
            traffic, traffic, new ChangeFollower.Pace(Duration.ofMillis(50), Duration.ofMillis(5)));
    adapters =
        CityAdapters.start(
                vertx,
                new AdaptersConfig(DatexConfig.defaults()),
                FakeRoads.straight("a", "b"),
                sources,
                telemetry,
                () -> NOW)
            .await();
    Router root = Router.router(vertx);
    root.route("/feeds/*").subRouter(adapters.router());
    HttpServer server =
        vertx.createHttpServer().requestHandler(root).listen(0, "127.0.0.1").await();
    port = server.actualPort();
  }

  @AfterEach
  void stop() {
    adapters.close().await();
    vertx.close().await();
    client.close();
  }

  @Test
  void beforeTheFirstWindowReadersAreAskedToComeBack() throws Exception {
    HttpResponse<byte[]> answer = get(DATA);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "retry-after")).isEqualTo("15");
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(new JsonObject(text(answer)))
        .isEqualTo(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", "Service Unavailable")
                .put("status", 503)
                .put("detail", "DATEX II measured data: no document yet"));
    awaitDocument(SITES);
  }

  @Test
  void aDocumentComesWithAllThatCachesNeed() throws Exception {
    traffic.close(Records.START_MS, RECORDS);
    awaitDocument(DATA);
    HttpResponse<byte[]> answer = get(DATA);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo("application/xml; charset=utf-8");
    assertThat(header(answer, "etag")).matches("\"[0-9a-f]{24}\"");
    assertThat(header(answer, "last-modified")).isEqualTo("Mon, 23 Nov 2026 08:01:10 GMT");
    assertThat(header(answer, "cache-control")).isEqualTo("public, no-cache");
    assertThat(header(answer, "vary")).isEqualTo("accept-encoding");
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(text(answer)).startsWith("<?xml ").contains("id=\"a\"").doesNotContain("id=\"b\"");
  }

  @Test
  void whoHasTheDocumentIsToldSo() throws Exception {
    traffic.close(Records.START_MS, RECORDS);
    awaitDocument(DATA);
    String tag = header(get(DATA), "etag");
    String time = "Mon, 23 Nov 2026 08:01:10 GMT";
    assertThat(get(DATA, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(DATA, "If-None-Match", "\"x\", W/" + tag).statusCode()).isEqualTo(304);
    assertThat(get(DATA, "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(get(DATA, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(get(DATA, "If-Modified-Since", time).statusCode()).isEqualTo(304);
    assertThat(get(DATA, "If-Modified-Since", "Mon, 23 Nov 2026 08:01:09 GMT").statusCode())
        .isEqualTo(200);
    assertThat(get(DATA, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    assertThat(get(DATA, "If-None-Match", "\"x\"", "If-Modified-Since", time).statusCode())
        .as("a tag decides before a date")
        .isEqualTo(200);
    HttpResponse<byte[]> unchanged = get(DATA, "If-None-Match", tag);
    assertThat(unchanged.body()).isEmpty();
    assertThat(header(unchanged, "etag")).isEqualTo(tag);
  }

  @Test
  void compressedBytesAreTheSameDocumentUnderATagOfTheirOwn() throws Exception {
    traffic.close(Records.START_MS, RECORDS);
    awaitDocument(DATA);
    HttpResponse<byte[]> plain = get(DATA);
    HttpResponse<byte[]> gzip = get(DATA, "Accept-Encoding", "gzip");
    assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
    assertThat(header(gzip, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(
            get(DATA, "Accept-Encoding", "gzip", "If-None-Match", header(gzip, "etag"))
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void headTellsWhatGetWouldWithoutTheBody() throws Exception {
    traffic.close(Records.START_MS, RECORDS);
    awaitDocument(DATA);
    HttpResponse<byte[]> get = get(DATA);
    HttpResponse<byte[]> head = send("HEAD", DATA);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "etag")).isEqualTo(header(get, "etag"));
    assertThat(header(head, "content-length")).isEqualTo(Integer.toString(get.body().length));
    assertThat(send("POST", DATA).statusCode()).isEqualTo(405);
    // Two documents were sent before and one comes after; HEAD and POST sent none.
    get(DATA);
    await().atMost(PATIENCE).until(() -> telemetry.count(Metric.FEED_DOCUMENTS, "datex2") >= 3);
    assertThat(telemetry.count(Metric.FEED_DOCUMENTS, "datex2")).isEqualTo(3);
  }

  @Test
  void aNewWindowIsANewDocumentAndAFailureKeepsTheOld() throws Exception {
    traffic.close(Records.START_MS, RECORDS);
    awaitDocument(DATA);
    String tag = header(get(DATA), "etag");
    traffic.fail(new IllegalStateException("the grid is away"));
    traffic.close(Records.START_MS + 60_000, RECORDS);
    await().atMost(PATIENCE).until(() -> telemetry.count(Metric.FEED_FAILURES, "datex2") > 0);
    assertThat(header(get(DATA), "etag")).isEqualTo(tag);
    traffic.fail(null);
    await().atMost(PATIENCE).until(() -> !header(get(DATA), "etag").equals(tag));
    assertThat(text(get(DATA))).contains("<roa:timeValue>2026-11-23T08:02:00Z</roa:timeValue>");
  }

  @Test
  void theIndexIsForMachinesAndForPeople() throws Exception {
    awaitDocument(SITES);
    HttpResponse<byte[]> json = get("/feeds/");
    assertThat(header(json, "content-type")).isEqualTo("application/json");
    JsonArray feeds = new JsonObject(text(json)).getJsonArray("feeds");
    assertThat(feeds).hasSize(2);
    assertThat(feeds.getJsonObject(0).getString("path")).isEqualTo(SITES);
    assertThat(feeds.getJsonObject(0).getString("tier")).isEqualTo("open");
    assertThat(feeds.getJsonObject(0).getInteger("sizeBytes")).isPositive();
    assertThat(feeds.getJsonObject(1).getString("lastModified")).isNull();

    HttpResponse<byte[]> html =
        get("/feeds/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(header(html, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(text(html))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<a href=\"" + SITES + "\">DATEX II measurement sites</a>");
    assertThat(get("/feeds/", "Accept", "application/json").statusCode()).isEqualTo(200);
  }

  private void awaitDocument(String path) {
    await().atMost(PATIENCE).until(() -> get(path).statusCode() == 200);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }
}
