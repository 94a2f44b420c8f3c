package city.wayside.server;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.ApiRouter;
import city.wayside.server.http.FailureAnswers;
import city.wayside.server.http.OperatorRule;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.RoadJson;
import city.wayside.server.json.StationJson;
import city.wayside.server.json.TrafficJson;
import city.wayside.server.place.PlacesResource;
import city.wayside.server.stream.StreamHub;
import city.wayside.server.stream.StreamResource;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.CorsHandler;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway's HTTP server: one port for the API, streams, probes, console and whatever is
/// mounted. One event loop reads and writes; stores are asked on virtual threads.
public final class GatewayServer {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  private static final int BODY_BYTES_MAX = 65_536;
  private static final int PROBES_MAX = 16;
  private static final int FILE_READS_MAX = 64;
  private static final int IDLE_S_MAX = 75;
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

  /// Promised paths that this version does not serve yet, unless a mount does.
  private static final List<String> NOT_YET =
      List.of("/api/v1/events", "/api/v1/advisories", "/api/v1/advisories/{id}", "/api/v1/feeds");

  private final Context context;
  private final HttpServer http;
  private final StreamHub hub;
  private final List<ApiRoute> routes;

  private GatewayServer(Context context, HttpServer http, StreamHub hub, List<ApiRoute> routes) {
    this.context = context;
    this.http = http;
    this.hub = hub;
    this.routes = routes;
  }

  /// Starts a server.
  ///
  /// @param mounts routes of others, which go before the server's own
  /// @return failed with a [BindException] that names address and setting when the port is taken
  public static Future<GatewayServer> start(
      Vertx vertx, ServerConfig config, ServerSources sources, List<Mount> mounts) {
    Context context = vertx.getOrCreateContext();
    VirtualThreads preparation = new VirtualThreads("preparations", 1);
    // The documents of a large network take a moment to write.
    return preparation
        .run(context, () -> Parts.of(vertx, context, config, sources))
        .compose(parts -> listen(vertx, context, config, sources, mounts, parts));
  }

  /// What the routes are made of.
  private record Parts(StreamHub hub, List<ApiRoute> routes) {

    static Parts of(Vertx vertx, Context context, ServerConfig config, ServerSources sources) {
      RoadJson roads = new RoadJson(sources.network());
      TrafficJson traffic = new TrafficJson(roads, config.openVehiclesMin());
      StationJson stations = new StationJson(sources.network());
      VirtualThreads queries = new VirtualThreads("queries", config.queriesMax());
      VirtualThreads probes = new VirtualThreads("probes", PROBES_MAX);
      StreamHub hub =
          new StreamHub(
              vertx,
              context,
              new StreamHub.Sources(sources.changes(), traffic, sources.readings()),
              sources.clock(),
              config.stream(),
              sources.telemetry());
      List<Resource> resources =
          List.of(
              new HealthResource(sources.readiness(), probes),
              new MetricsResource(sources.prometheusText(), probes),
              new OpenApiResource(),
              new NetworkResource(roads, queries),
              new TrafficResource(sources, traffic, config, queries),
              new PlacesResource(
                  sources.network(),
                  sources.traffic(),
                  sources.places(),
                  new PlacesResource.Rules(
                      config.openVehiclesMin(), config.cacheMs(), config.cacheBytesMax()),
                  sources.clock(),
                  queries),
              new StationsResource(
                  sources.stations(), stations, config.stationsAnswerMax(), queries),
              new ClientsResource(sources.clients(), queries),
              new StreamResource(hub, config.stream(), sources.clock()));
      return new Parts(
          hub, resources.stream().flatMap(resource -> resource.routes().stream()).toList());
    }
  }

  private static Future<GatewayServer> listen(
      Vertx vertx,
      Context context,
      ServerConfig config,
      ServerSources sources,
      List<Mount> mounts,
      Parts parts) {
    Promise<GatewayServer> started = Promise.promise();
    context.runOnContext(now -> {
      HttpServer http =
          vertx
              .createHttpServer(
                  new HttpServerOptions()
                      .setHost(config.host())
                      .setPort(config.port())
                      .setIdleTimeout(IDLE_S_MAX)
                      .setIdleTimeoutUnit(TimeUnit.SECONDS)
                      .setHttp2ClearTextEnabled(false))
              .requestHandler(router(vertx, config, sources.telemetry(), mounts, parts));
      GatewayServer server = new GatewayServer(context, http, parts.hub, parts.routes);
      http.listen()
          .onSuccess(listening -> {
            parts.hub.start();
            LOG.info("HTTP on {}:{}", config.host(), listening.actualPort());
            started.complete(server);
          })
          .onFailure(failure -> started.fail(refusal(config, failure)));
    });
    return started.future();
  }

  private static Throwable refusal(ServerConfig config, Throwable failure) {
    String cause = failure.getMessage();
    BindException refusal =
        new BindException(
            "cannot listen for HTTP on %s port %d (settings server.host, server.port): %s; stop"
                    .formatted(config.host(), config.port(), cause)
                + " what uses it or choose another port, 0 for any");
    refusal.initCause(failure);
    return refusal;
  }

  private static Router router(
      Vertx vertx, ServerConfig config, Telemetry telemetry, List<Mount> mounts, Parts parts) {
    FailureAnswers failures = new FailureAnswers(BODY_BYTES_MAX);
    Router router = Router.router(vertx);
    for (int status : List.of(400, 404, 405, 406, 413, 415, 500, 501)) {
      router.errorHandler(status, failures);
    }
    router.route().handler(counted(telemetry)).failureHandler(failures);
    router.route().handler(GatewayServer::addSecurityHeaders);
    if (!config.corsOrigins().isEmpty()) {
      router.route().handler(cors(config.corsOrigins()));
    }
    router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    mounts.forEach(mount -> add(router, mount));
    ApiRouter api = new ApiRouter(router, new OperatorRule(config.operatorToken()));
    parts.routes.forEach(api::add);
    NOT_YET.forEach(api::addNotYet);
    new ConsoleResource(new VirtualThreads("file reads", FILE_READS_MAX)).addTo(router);
    router.route().handler(request -> request.fail(404));
    return router;
  }

  /// Adds a mount; its bare path leads to its root, so that relative links there work.
  private static void add(Router router, Mount mount) {
    router.route(mount.path() + "/*").subRouter(mount.router());
    String root = mount.path().substring(mount.path().lastIndexOf('/') + 1) + "/";
    router
        .get(mount.path())
        .handler(context -> {
          if (context.normalizedPath().endsWith("/")) {
            context.next();
          } else {
            context.response().setStatusCode(308).putHeader("Location", root).end();
          }
        });
  }

  private static Handler<RoutingContext> counted(Telemetry telemetry) {
    Map<Integer, Telemetry.Counter> byStatus = new ConcurrentHashMap<>();
    return context -> {
      context.addHeadersEndHandler(answered ->
          byStatus
              .computeIfAbsent(
                  context.response().getStatusCode(),
                  status -> telemetry.counter(Metric.HTTP_REQUESTS, Integer.toString(status)))
              .add(1));
      context.next();
    };
  }

  /// What holds for every answer; the console replaces the policy by its own.
  private static void addSecurityHeaders(RoutingContext context) {
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.next();
  }

  private static CorsHandler cors(List<String> origins) {
    return CorsHandler.create()
        .addOrigins(origins)
        .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
        .allowedHeaders(Set.of("Authorization", "Last-Event-ID", "If-None-Match"));
  }

  /// The port it listens on.
  public int port() {
    return http.actualPort();
  }

  /// All routes of the API, for the test of its description.
  List<ApiRoute> routes() {
    return new ArrayList<>(routes);
  }

  /// Ends all streams, lets answers under way be sent, and stops.
  public Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    context.runOnContext(now -> {
      hub.close();
      http.shutdown(CLOSE_GRACE).onComplete(closed);
    });
    return closed.future();
  }
}
