package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.telemetry.Metric;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Probes, metrics and what every answer has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationTest {

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
  void aLivingProcessSaysSo() throws Exception {
    HttpResponse<String> response = server.get("/health/live");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void readyMeansThatEveryCheckIsUp() throws Exception {
    HealthCheck grid = new HealthCheck("grid", true, "3 members");
    HealthCheck rollUp = new HealthCheck("rollup", false, "no window closed for 5 min");

    server.checks.set(List.of(grid));
    HttpResponse<String> ready = server.get("/health/ready");
    server.checks.set(List.of(grid, rollUp));
    HttpResponse<String> notReady = server.get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo(
            "{\"status\":\"UP\",\"checks\":[{\"name\":\"grid\",\"status\":\"UP\","
                + "\"detail\":\"3 members\"}]}");
    assertThat(notReady.statusCode()).isEqualTo(503);
    assertThat(notReady.body())
        .startsWith("{\"status\":\"DOWN\"")
        .contains("\"status\":\"DOWN\",\"detail\":\"no window closed for 5 min\"");
  }

  @Test
  void metricsAreWhatTheProcessSays() throws Exception {
    HttpResponse<String> response =
        server.get("/metrics", "Accept", "application/openmetrics-text, text/plain;q=0.5");

    assertThat(response.body()).isEqualTo("wayside_edge_connections 3\n");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
  }

  @Test
  void requestsAreCountedByStatus() throws Exception {
    long before = server.metrics.count(Metric.HTTP_REQUESTS, "404");

    server.get("/api/v1/nowhere");

    assertThat(server.metrics.count(Metric.HTTP_REQUESTS, "404")).isEqualTo(before + 1);
  }

  @Test
  void everyAnswerIsHardened() throws Exception {
    for (String path : List.of("/health/live", "/api/v1/network", "/api/v1/nowhere", "/metrics")) {
      HttpResponse<String> response = server.get(path);
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .hasValue("default-src 'none'; frame-ancestors 'none'");
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }
}
