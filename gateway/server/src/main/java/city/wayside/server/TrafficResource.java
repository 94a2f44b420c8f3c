package city.wayside.server;

import city.wayside.grid.TrafficStore;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.server.http.Answer;
import city.wayside.server.http.AnswerCache;
import city.wayside.server.http.ApiRequest;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.Query;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.Timestamps;
import city.wayside.server.json.TrafficJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/traffic`: a closed window of all segments, and the history of one.
final class TrafficResource implements Resource {

  private static final long HISTORY_MS_DEFAULT = Duration.ofHours(1).toMillis();
  private static final long HISTORY_MS_MAX = Duration.ofHours(24).toMillis();
  private static final int HISTORY_RECORDS_MAX = 2_000;

  private final TrafficStore store;
  private final RoadNetwork network;
  private final TrafficJson json;
  private final VirtualThreads threads;
  private final AnswerCache<Question> cache;
  private final InstantSource clock;

  /// All that an answer depends on, but the time.
  private record Question(
      WindowLength length,
      @Nullable Long atMs,
      @Nullable BoundingBox box,
      boolean withGeometry,
      boolean gzip) {}

  TrafficResource(
      ServerSources sources, TrafficJson json, ServerConfig config, VirtualThreads threads) {
    this.store = sources.traffic();
    this.network = sources.network();
    this.json = json;
    this.threads = threads;
    this.clock = sources.clock();
    this.cache = new AnswerCache<>(clock, config.cacheMs(), config.cacheBytesMax());
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.blocking(
            "/api/v1/traffic",
            MediaTypes.GEO_JSON,
            Set.of("window", "bbox", "at", "geometry"),
            threads,
            this::window),
        ApiRoute.blocking(
            "/api/v1/traffic/{segment}",
            MediaTypes.JSON,
            Set.of("window", "from", "to"),
            threads,
            this::history));
  }

  private Answer window(ApiRequest request) throws ProblemException {
    Query query = request.query();
    Question question =
        new Question(
            query.window(),
            query.timeMs("at"),
            query.box("bbox"),
            query.word("geometry", List.of("full", "none"), "full").equals("full"),
            request.gzip());
    return cache.get(question, () -> answer(question));
  }

  private Answer answer(Question question) {
    Long startMs = startMs(question);
    List<SegmentTraffic> records =
        startMs == null ? List.of() : store.window(question.length, startMs);
    BoundingBox box = question.box;
    if (box != null) {
      records = records.stream().filter(record -> isInside(record, box)).toList();
    }
    byte[] body = json.collection(question.length, startMs, records, question.withGeometry);
    return Answer.tagged(
        MediaTypes.GEO_JSON,
        body,
        question.gzip,
        tag(question, startMs, records),
        Answer.REVALIDATE);
  }

  /// Start of the window that holds the moment that was asked for, or of the newest closed one when
  /// that is older or nothing was asked for; absent when none is closed.
  private @Nullable Long startMs(Question question) {
    OptionalLong newestMs = store.newestStartMs(question.length);
    if (newestMs.isEmpty()) {
      return null;
    }
    Long atMs = question.atMs;
    return atMs == null
        ? newestMs.getAsLong()
        : Math.min(newestMs.getAsLong(), question.length.startMs(atMs));
  }

  private boolean isInside(SegmentTraffic record, BoundingBox box) {
    int index = json.indexOf(record);
    return index >= 0 && network.bounds(index).intersects(box);
  }

  /// Records are only added and revisions only grow, so their counts name the content.
  private String tag(Question question, @Nullable Long startMs, List<SegmentTraffic> records) {
    long revisions = records.stream().mapToLong(SegmentTraffic::revision).sum();
    return "%s-%d-%s-%d-%d-%s%s"
        .formatted(
            network.version(),
            question.length.lengthS(),
            startMs,
            records.size(),
            revisions,
            question.withGeometry ? "full" : "none",
            Tags.of(question.box));
  }

  private Answer history(ApiRequest request) throws ProblemException {
    Query query = request.query();
    String segmentId = request.path("segment");
    int index = NetworkResource.indexOf(network, segmentId);
    WindowLength length = query.window();
    Long askedToMs = query.timeMs("to");
    Long askedFromMs = query.timeMs("from");
    long toMs = askedToMs == null ? clock.millis() : askedToMs;
    long fromMs = askedFromMs == null ? Math.max(0, toMs - HISTORY_MS_DEFAULT) : askedFromMs;
    if (fromMs >= toMs || toMs - fromMs > HISTORY_MS_MAX) {
      throw Query.refused(
          "from",
          Timestamps.text(fromMs),
          "before 'to', which is %s, by 24 hours at most".formatted(Timestamps.text(toMs)));
    }
    List<SegmentTraffic> records = store.history(index, length, fromMs, toMs);
    int surplus = Math.max(0, records.size() - HISTORY_RECORDS_MAX);
    byte[] body =
        json.history(segmentId, length, fromMs, toMs, records.subList(surplus, records.size()));
    return Answer.of(MediaTypes.JSON, body, request.gzip());
  }
}
