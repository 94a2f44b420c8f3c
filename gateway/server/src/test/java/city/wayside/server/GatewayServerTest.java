package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.config.Secret;
import city.wayside.model.config.Setting;
import city.wayside.server.place.PlaceSources;
import city.wayside.server.stream.StreamConfig;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.lang.reflect.RecordComponent;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatewayServerTest {

  @Test
  void aTakenPortIsNamedWithItsSetting() {
    try (RunningServer first = RunningServer.start()) {
      ServerConfig config = ServerConfig.defaults().withPort(first.server().port());
      ServerSources sources =
          new ServerSources(
              first.network,
              first.stations,
              first.traffic,
              PlaceSources.none(),
              first.changes,
              first.clients,
              first.metrics,
              () -> "",
              List::of,
              InstantSource.system(),
              first.metrics);

      Future<GatewayServer> second = GatewayServer.start(first.vertx, config, sources, List.of());

      assertThatThrownBy(() -> RunningServer.await(second))
          .rootCause()
          .hasMessageContaining("in use");
      assertThat(second.cause())
          .isInstanceOf(BindException.class)
          .hasMessageStartingWith(
              "cannot listen for HTTP on 127.0.0.1 port %d (settings server.host, server.port): "
                  .formatted(first.server().port()))
          .hasMessageEndingWith("stop what uses it or choose another port, 0 for any");
    }
  }

  @Test
  void mountsAreServedOnTheSamePortAndGoFirst() throws Exception {
    try (RunningServer server =
        RunningServer.start(vertx -> {
          Router feeds = Router.router(vertx);
          feeds.route("/").handler(context -> context.end("index"));
          feeds.route("/broken").handler(context -> context.fail(new IllegalStateException()));
          Router lag = Router.router(vertx);
          lag.route("/feeds").handler(context -> context.end("no lag"));
          return List.of(new Mount("/feeds", feeds), new Mount("/api/v1", lag));
        })) {
      assertThat(server.get("/feeds/").body()).isEqualTo("index");
      assertThat(server.get("/api/v1/feeds").body()).isEqualTo("no lag");
      assertThat(server.get("/api/v1/events").statusCode()).isEqualTo(501);
      HttpResponse<String> bare = server.get("/feeds");
      assertThat(bare.statusCode()).isEqualTo(308);
      assertThat(bare.headers().firstValue("Location")).hasValue("feeds/");
      HttpResponse<String> broken = server.get("/feeds/broken");
      assertThat(broken.statusCode()).isEqualTo(500);
      assertThat(broken.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(server.get("/feeds/none").statusCode()).isEqualTo(404);
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void moreQuestionsThanAllowedAreRefused() throws Exception {
    ServerConfig config =
        new ServerConfig(
            "127.0.0.1", 0, null, List.of(), 10, 100, 1, 0, 0, StreamConfig.defaults());
    try (RunningServer server = RunningServer.start(config)) {
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      server.traffic.beforeAnswering(() -> {
        asked.countDown();
        release.await();
      });
      CompletableFuture<HttpResponse<String>> slow =
          server.client.sendAsync(
              server.request("GET", "/api/v1/traffic"), BodyHandlers.ofString());
      asked.await();

      HttpResponse<String> refused = server.get("/api/v1/network");
      HttpResponse<String> live = server.get("/health/ready");
      release.countDown();

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(refused.body())
          .contains("1 queries are under way, which is all that is done at a time");
      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(slow.join().statusCode()).isEqualTo(200);
      assertThat(server.get("/api/v1/network").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void otherSitesPagesMayReadOnlyWhereConfigured() throws Exception {
    ServerConfig config =
        new ServerConfig(
            "127.0.0.1",
            0,
            null,
            List.of("https://map.example.org"),
            10,
            10_000,
            64,
            1_000,
            1 << 20,
            StreamConfig.defaults());
    try (RunningServer server = RunningServer.start(config)) {
      HttpResponse<String> allowed =
          server.get("/api/v1/network", "Origin", "https://map.example.org");
      HttpResponse<String> other =
          server.get("/api/v1/network", "Origin", "https://evil.example.org");

      assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
          .hasValue("https://map.example.org");
      assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void weakTokensAndLooseOriginsAreRefused() {
    assertThatThrownBy(() -> config(new Secret("short"), List.of()))
        .hasMessage("operatorToken has 5 characters; must be at least 16");
    assertThatThrownBy(() -> config(null, List.of("*")))
        .hasMessage("corsOrigins has '*'; must be an origin like https://map.example.org");
  }

  private static void config(@Nullable Secret token, List<String> origins) {
    new ServerConfig("127.0.0.1", 0, token, origins, 10, 100, 1, 0, 0, StreamConfig.defaults());
  }

  @Test
  void theDocumentedDefaultsAreTheDefaults() throws Exception {
    checkDefaults(ServerConfig.defaults());
    checkDefaults(StreamConfig.defaults());
  }

  private static void checkDefaults(Record config) throws ReflectiveOperationException {
    for (RecordComponent component : config.getClass().getRecordComponents()) {
      Setting setting = Objects.requireNonNull(component.getAnnotation(Setting.class));
      if (!setting.otherwise().isEmpty()) {
        assertThat(String.valueOf(component.getAccessor().invoke(config)))
            .as(component.getName())
            .isEqualTo(setting.otherwise());
      }
    }
  }
}
