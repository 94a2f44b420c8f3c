package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkResourceTest {

  private static final String MAIN_STREET =
      "{\"type\":\"Feature\",\"id\":\"A 1/2\",\"geometry\":{\"type\":\"LineString\","
          + "\"coordinates\":[[13.4,52.5],[13.401,52.5]]},\"properties\":{\"segmentId\":\"A 1/2\","
          + "\"name\":\"Main Street\",\"roadClass\":\"primary\",\"lengthM\":67.69,"
          + "\"speedLimitMps\":13.89,\"lanes\":2}}";
  private static final String NAMELESS =
      "{\"type\":\"Feature\",\"id\":\"B\",\"geometry\":{\"type\":\"LineString\","
          + "\"coordinates\":[[13.5,52.6],[13.5,52.601],[13.5,52.602]]},\"properties\":{"
          + "\"segmentId\":\"B\",\"name\":\"\",\"roadClass\":\"\",\"lengthM\":222.5,"
          + "\"speedLimitMps\":null,\"lanes\":null}}";

  private RunningServer server;

  @BeforeAll
  void start() {
    server = RunningServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theWholeNetworkIsOneFeatureCollection() throws Exception {
    HttpResponse<String> response = server.get("/api/v1/network");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"FeatureCollection\",\"networkVersion\":\""
                + server.network.version()
                + "\",\"bbox\":[13.4,52.5,13.5,52.602],\"features\":["
                + MAIN_STREET
                + ","
                + NAMELESS
                + "]}");
  }

  @Test
  void aBoxTakesTheSegmentsThatTouchIt() throws Exception {
    HttpResponse<String> response = server.get("/api/v1/network?bbox=13.49,52.59,13.51,52.6005");

    assertThat(response.body())
        .endsWith("\"bbox\":[13.49,52.59,13.51,52.6005],\"features\":[" + NAMELESS + "]}");
  }

  @Test
  void whoHasTheNetworkAlreadyIsToldSo() throws Exception {
    String etag = server.get("/api/v1/network").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again =
        server.get("/api/v1/network", "If-None-Match", "\"other\", " + etag);
    HttpResponse<String> inABox =
        server.get("/api/v1/network?bbox=13,52,14,53", "If-None-Match", etag);

    assertThat(etag).isEqualTo("W/\"" + server.network.version() + "\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(inABox.statusCode()).isEqualTo(200);
  }

  @Test
  void theAnswerComesCompressedToWhoTakesIt() throws Exception {
    String body = server.get("/api/v1/openapi.json").body();

    HttpResponse<byte[]> response =
        server.bytes("/api/v1/openapi.json", "Accept-Encoding", "br, gzip;q=0.5");

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(response.body().length).isLessThan(body.length() / 2);
    assertThat(unzipped(response.body())).isEqualTo(body);
  }

  @Test
  void headTellsWhatGetWouldSend() throws Exception {
    HttpResponse<String> response = server.send("HEAD", "/api/v1/network");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Content-Length"))
        .hasValue(Integer.toString(server.get("/api/v1/network").body().length()));
  }

  @Test
  void aSegmentIsFoundByTheCitysIdWhateverItsLetters() throws Exception {
    assertThat(server.get("/api/v1/segments/A%201%2F2").body()).isEqualTo(MAIN_STREET);
    assertThat(server.get("/api/v1/segments/B").body()).isEqualTo(NAMELESS);
  }

  @Test
  void anUnknownSegmentIsNotFound() throws Exception {
    HttpResponse<String> response = server.get("/api/v1/segments/C");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"there is"
                + " no segment 'C' in network "
                + server.network.version()
                + "\"}");
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
