package city.wayside.server;

import city.wayside.server.http.Answer;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// `GET /metrics`: this process's metrics for Prometheus.
final class MetricsResource implements Resource {

  private final Supplier<String> prometheusText;
  private final VirtualThreads threads;

  MetricsResource(Supplier<String> prometheusText, VirtualThreads threads) {
    this.prometheusText = prometheusText;
    this.threads = threads;
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.blocking(
            "/metrics",
            MediaTypes.PROMETHEUS,
            Set.of(),
            threads,
            request ->
                Answer.of(
                    MediaTypes.PROMETHEUS,
                    prometheusText.get().getBytes(StandardCharsets.UTF_8),
                    request.gzip())));
  }
}
