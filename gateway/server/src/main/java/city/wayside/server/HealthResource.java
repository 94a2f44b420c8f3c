package city.wayside.server;

import city.wayside.server.http.Answer;
import city.wayside.server.http.ApiRequest;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// `GET /health/live` and `/health/ready`: the probes of whoever runs the process.
final class HealthResource implements Resource {

  private static final byte[] LIVE = "{\"status\":\"UP\"}".getBytes(StandardCharsets.US_ASCII);

  private final Supplier<List<HealthCheck>> readiness;
  private final VirtualThreads threads;

  HealthResource(Supplier<List<HealthCheck>> readiness, VirtualThreads threads) {
    this.readiness = readiness;
    this.threads = threads;
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.immediate("/health/live", MediaTypes.JSON, HealthResource::live),
        ApiRoute.blocking("/health/ready", MediaTypes.JSON, Set.of(), threads, this::ready));
  }

  /// The event loop answers, so the process lives.
  private static Answer live(ApiRequest request) {
    return Answer.of(MediaTypes.JSON, LIVE, request.gzip());
  }

  private Answer ready(ApiRequest request) {
    List<HealthCheck> checks = readiness.get();
    boolean up = checks.stream().allMatch(HealthCheck::up);
    byte[] body =
        JsonBytes.of(json -> {
          json.writeStartObject();
          json.writeStringField("status", word(up));
          json.writeArrayFieldStart("checks");
          for (HealthCheck check : checks) {
            json.writeStartObject();
            json.writeStringField("name", check.name());
            json.writeStringField("status", word(check.up()));
            json.writeStringField("detail", check.detail());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    return Answer.of(MediaTypes.JSON, body, request.gzip()).withStatus(up ? 200 : 503);
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
