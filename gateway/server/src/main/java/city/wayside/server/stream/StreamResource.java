package city.wayside.server.stream;

import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.Problem;
import city.wayside.server.http.Query;
import city.wayside.server.http.Resource;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/stream`: traffic and status as server-sent events.
public final class StreamResource implements Resource {

  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final int RETRY_AFTER_S = 10;

  private final StreamHub hub;
  private final StreamConfig config;
  private final InstantSource clock;

  /// Streams of a hub.
  public StreamResource(StreamHub hub, StreamConfig config, InstantSource clock) {
    this.hub = hub;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.streaming(
            "/api/v1/stream", MediaTypes.EVENT_STREAM, Set.of("events"), this::open));
  }

  private void open(RoutingContext context) {
    String wanted = context.queryParams().get("events");
    Set<String> events = new LinkedHashSet<>(StreamHub.EVENTS);
    if (wanted != null) {
      events = new LinkedHashSet<>(List.of(wanted.split(",", -1)));
      if (!StreamHub.EVENTS.containsAll(events)) {
        Query.refused("events", wanted, "any of " + String.join(", ", StreamHub.EVENTS))
            .problem()
            .sendTo(context);
        return;
      }
    }
    String lastEventId = context.request().getHeader(LAST_EVENT_ID);
    Long cursor = lastEventId == null ? null : cursor(lastEventId);
    if (lastEventId != null && cursor == null) {
      Problem.of(
              400,
              "header '%s' is '%s'; must be the id of an event, or -1 for the oldest that is kept"
                  .formatted(LAST_EVENT_ID, Problem.shown(lastEventId)))
          .sendTo(context);
      return;
    }
    if (hub.isFull()) {
      Problem.busy(
              "%d streams are open, which is all that are served at a time"
                  .formatted(config.streamsMax()),
              RETRY_AFTER_S)
          .sendTo(context);
      return;
    }
    begin(context, events, cursor);
  }

  private void begin(RoutingContext context, Set<String> events, @Nullable Long cursor) {
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.EVENT_STREAM)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // Proxies that buffer would hold events back.
        .putHeader("X-Accel-Buffering", "no");
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    response.setChunked(true);
    StreamClient client = new StreamClient(response, events, clock);
    response.exceptionHandler(failure -> hub.remove(client));
    response.closeHandler(closed -> hub.remove(client));
    hub.add(client, cursor);
  }

  private static @Nullable Long cursor(String text) {
    try {
      long cursor = Long.parseLong(text.strip());
      return cursor >= -1 ? cursor : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
