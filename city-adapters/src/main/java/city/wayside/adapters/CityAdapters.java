package city.wayside.adapters;

import city.wayside.adapters.datex2.DatexFeed;
import city.wayside.adapters.outbox.ChangeFollower;
import city.wayside.adapters.outbox.FailureLog;
import city.wayside.adapters.outbox.PullFeed;
import city.wayside.adapters.outbox.PullHandler;
import city.wayside.adapters.outbox.Segments;
import city.wayside.grid.TrafficStore;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.network.RoadNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// All feeds to the systems of a city: composes them, starts them, stops them.
public final class CityAdapters {

  private final Vertx vertx;
  private final Router router;
  private final List<ChangeFollower> followers;

  private CityAdapters(Vertx vertx, Router router, List<ChangeFollower> followers) {
    this.vertx = vertx;
    this.router = router;
    this.followers = followers;
  }

  /// Starts every feed that is enabled. A feed that cannot build its documents does not stop the
  /// start; it is counted, logged, answered with 503, and tried again.
  ///
  /// @param store read on virtual threads, once for each closed or revised window
  /// @param changes followed on virtual threads, once for each feed
  /// @return done when every feed follows the changes
  public static Future<CityAdapters> start(
      Vertx vertx,
      AdaptersConfig config,
      RoadNetwork network,
      TrafficStore store,
      TrafficChanges changes,
      Telemetry telemetry,
      InstantSource clock) {
    return start(
        vertx,
        config,
        Segments.of(network),
        new Sources(store, changes, ChangeFollower.Pace.NORMAL),
        telemetry,
        clock);
  }

  /// Where closed windows come from, and how eagerly they are looked for.
  record Sources(TrafficStore store, TrafficChanges changes, ChangeFollower.Pace pace) {}

  static Future<CityAdapters> start(
      Vertx vertx,
      AdaptersConfig config,
      Segments segments,
      Sources sources,
      Telemetry telemetry,
      InstantSource clock) {
    Router router = Router.router(vertx);
    List<ChangeFollower> followers = new ArrayList<>();
    List<PullFeed> documents = new ArrayList<>();
    if (config.datex2().enabled()) {
      DatexFeed feed = new DatexFeed(config.datex2(), segments, sources.store(), telemetry, clock);
      documents.addAll(feed.documents());
      followers.add(
          new ChangeFollower(
              DatexFeed.NAME,
              sources.changes(),
              feed,
              new FailureLog(DatexFeed.NAME, telemetry),
              sources.pace()));
    }
    route(router, documents, telemetry);
    followers.forEach(ChangeFollower::start);
    return Future.succeededFuture(new CityAdapters(vertx, router, followers));
  }

  /// What is to be mounted under `/feeds`.
  public Router router() {
    return router;
  }

  /// Stops following; the documents stay as they are.
  ///
  /// @return done when no document is being built any more
  public Future<Void> close() {
    return vertx
        .executeBlocking(() -> {
          for (ChangeFollower follower : followers) {
            follower.stop();
          }
          return followers.size();
        })
        .mapEmpty();
  }

  private static void route(Router router, List<PullFeed> documents, Telemetry telemetry) {
    for (PullFeed document : documents) {
      Telemetry.Counter delivered =
          telemetry.counter(Metric.FEED_DOCUMENTS, document.card().feed());
      router
          .route(document.card().path())
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .handler(new PullHandler(document, () -> delivered.add(1)));
    }
    FeedIndex index = new FeedIndex(documents);
    router.get("/").handler(index);
  }
}
