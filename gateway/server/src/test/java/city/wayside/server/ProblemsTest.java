package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

  private RunningServer server;

  @BeforeAll
  void start() {
    server = RunningServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          traffic?window=61    | parameter 'window' is '61'; must be one of 60, 300, 900
          traffic?geometry=all | parameter 'geometry' is 'all'; must be one of full, none
          traffic?windw=60     | parameter 'windw' is not known here; allowed: {traffic}
          traffic?window=60&window=60 | parameter 'window' is given more than once
          traffic?at=noon      | parameter 'at' is 'noon'; must be {time}
          traffic?at=99999999999999999999 | parameter 'at' is '99999999999999999999'; must be {time}
          traffic?at=          | parameter 'at' is ''; must be {time}
          network?bbox=1,2,3   | parameter 'bbox' is '1,2,3'; must be {box}
          network?bbox=3,2,1,4 | parameter 'bbox' is '3,2,1,4'; must be {box}
          network?bbox=a,b,c,d | parameter 'bbox' is 'a,b,c,d'; must be {box}
          network?bbox=NaN,0,1,1 | parameter 'bbox' is 'NaN,0,1,1'; must be {box}
          stream?events=news   | parameter 'events' is 'news'; must be any of traffic, status
          segments/B?x=1       | parameter 'x' is not known here; allowed: none
          """)
  void aParameterIsRefusedWithItsValueAndWhatIsAllowed(String path, String detail)
      throws Exception {
    String expected =
        detail
            .replace("{time}", "a time like 2026-11-23T04:00:00Z or milliseconds since 1970")
            .replace("{traffic}", "at, bbox, geometry, window")
            .replace(
                "{box}",
                "west,south,east,north in degrees with west <= east within -180 to 180 and"
                    + " south <= north within -90 to 90");

    check(server.get("/api/v1/" + path), 400, "Bad Request", expected);
  }

  @Test
  void whatIsNowhereIsNotFound() throws Exception {
    check(server.get("/api/v1/nowhere"), 404, "Not Found", "there is nothing at /api/v1/nowhere");
    check(server.get("/missing.js"), 404, "Not Found", "there is nothing at /missing.js");
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    HttpResponse<String> response = server.send("DELETE", "/api/v1/traffic/B");

    check(
        response,
        405,
        "Method Not Allowed",
        "DELETE is not possible at /api/v1/traffic/{segment}; allowed: GET, HEAD");
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void whoDoesNotTakeTheAnswerIsToldSo() throws Exception {
    check(
        server.get("/api/v1/network", "Accept", "text/html, application/geo+json;q=0"),
        406,
        "Not Acceptable",
        "the answer is application/geo+json, which Accept excludes");
    assertThat(server.get("/api/v1/network", "Accept", "application/json").statusCode())
        .isEqualTo(200);
  }

  @Test
  void tooLongABodyIsRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/v1/advisories"))
            .POST(BodyPublishers.ofByteArray(new byte[65_537]))
            .build();

    check(
        server.client.send(request, BodyHandlers.ofString()),
        413,
        "Request Entity Too Large",
        "the request's body is longer than 65536 bytes");
  }

  @Test
  void promisedPathsThatAreNotThereYetSaySo() throws Exception {
    for (String path : List.of("events", "advisories", "feeds")) {
      check(
          server.get("/api/v1/" + path),
          501,
          "Not Implemented",
          "/api/v1/" + path + " is not implemented yet in this version");
    }
  }

  @Test
  void ourOwnFailureTellsTheClientNothingOfItsInside() throws Exception {
    server.traffic.failure.set(new IllegalStateException("inside"));
    try {
      check(
          server.get("/api/v1/traffic?window=900"),
          500,
          "Internal Server Error",
          "the gateway failed to answer; its log says why");
    } finally {
      server.traffic.failure.set(null);
    }
    assertThat(server.get("/api/v1/traffic?window=900").statusCode()).isEqualTo(200);
  }

  private static void check(
      HttpResponse<String> response, int status, String title, String detail) {
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonObject problem = new JsonObject(response.body());
    assertThat(problem.getString("detail")).isEqualTo(detail);
    assertThat(problem.getString("title")).isEqualTo(title);
    assertThat(problem.getString("type")).isEqualTo("about:blank");
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(response.statusCode()).isEqualTo(status);
  }
}
