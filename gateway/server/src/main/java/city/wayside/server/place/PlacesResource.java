package city.wayside.server.place;

import city.wayside.grid.TrafficStore;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.place.Corridor;
import city.wayside.server.http.Answer;
import city.wayside.server.http.AnswerCache;
import city.wayside.server.http.ApiRequest;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/corridors` and `/api/v1/zones`: the city's places in a closed window.
public final class PlacesResource implements Resource {

  private final TrafficStore store;
  private final RoadNetwork network;
  private final PlaceSources places;
  private final PlaceJson json;
  private final VirtualThreads threads;
  private final AnswerCache<Question> cache;
  private final Set<Integer> onCorridors = new HashSet<>();

  /// All that an answer depends on, but the time.
  private record Question(
      boolean isZones, WindowLength length, @Nullable Long atMs, boolean gzip) {}

  /// How answers are given.
  ///
  /// @param openVehiclesMin what fewer distinct vehicles tell is marked suppressed
  /// @param cacheMs how long an answer is given again
  /// @param cacheBytesMax how much of such answers is kept
  public record Rules(int openVehiclesMin, int cacheMs, long cacheBytesMax) {}

  /// The places of a network.
  public PlacesResource(
      RoadNetwork network,
      TrafficStore store,
      PlaceSources places,
      Rules rules,
      InstantSource clock,
      VirtualThreads threads) {
    this.store = store;
    this.network = network;
    this.places = places;
    this.json = new PlaceJson(network, places, rules.openVehiclesMin());
    this.threads = threads;
    this.cache = new AnswerCache<>(clock, rules.cacheMs(), rules.cacheBytesMax());
    for (Corridor corridor : places.corridors()) {
      onCorridors.addAll(corridor.segmentIndexes());
    }
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.blocking(
            "/api/v1/corridors",
            MediaTypes.GEO_JSON,
            Set.of("window", "at"),
            threads,
            request -> answer(request, false)),
        ApiRoute.blocking(
            "/api/v1/zones",
            MediaTypes.GEO_JSON,
            Set.of("window", "at"),
            threads,
            request -> answer(request, true)));
  }

  private Answer answer(ApiRequest request, boolean isZones) throws ProblemException {
    Question question =
        new Question(
            isZones, request.query().window(), request.query().timeMs("at"), request.gzip());
    return cache.get(
        question,
        () -> {
          PlaceJson.Window window = window(question);
          byte[] body = isZones ? zones(window) : corridors(window);
          return Answer.of(MediaTypes.GEO_JSON, body, question.gzip);
        });
  }

  /// The window that holds the moment that was asked for, or the newest closed one when that is
  /// older or nothing was asked for; absent when none is closed.
  private PlaceJson.@Nullable Window window(Question question) {
    OptionalLong newestMs = store.newestStartMs(question.length);
    if (newestMs.isEmpty()) {
      return null;
    }
    Long atMs = question.atMs;
    long startMs =
        atMs == null
            ? newestMs.getAsLong()
            : Math.min(newestMs.getAsLong(), question.length.startMs(atMs));
    return new PlaceJson.Window(question.length, startMs);
  }

  private byte[] corridors(PlaceJson.@Nullable Window window) {
    Map<Integer, SegmentTraffic> records = new HashMap<>();
    if (window != null && !onCorridors.isEmpty()) {
      for (SegmentTraffic record : store.window(window.length(), window.startMs())) {
        int segment = record.window().segmentIndex();
        if (record.window().networkVersion().equals(network.version())
            && onCorridors.contains(segment)) {
          records.put(segment, record);
        }
      }
    }
    return json.corridors(window, records);
  }

  private byte[] zones(PlaceJson.@Nullable Window window) {
    return json.zones(
        window,
        window == null || places.zones().isEmpty()
            ? Map.of()
            : places.counts().zoneVehicles(window.length(), window.startMs()));
  }
}
