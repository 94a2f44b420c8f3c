package city.wayside.server;

import city.wayside.grid.LiveStations;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.server.http.Action;
import city.wayside.server.http.Answer;
import city.wayside.server.http.ApiRequest;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.Problem;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.Query;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.JsonBytes;
import city.wayside.server.json.StationJson;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/stations`: live stations, for operators only.
final class StationsResource implements Resource {

  /// How many stations are looked at when only some of those in the box are wanted.
  private static final int SCANNED_MAX = 100_000;

  private static final BoundingBox WORLD = new BoundingBox(-90, -180, 90, 180);

  private final LiveStations stations;
  private final StationJson json;
  private final int answerMax;
  private final VirtualThreads threads;

  StationsResource(LiveStations stations, StationJson json, int answerMax, VirtualThreads threads) {
    this.stations = stations;
    this.json = json;
    this.answerMax = answerMax;
    this.threads = threads;
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        route(
            "/api/v1/stations",
            MediaTypes.GEO_JSON,
            this::inside,
            "bbox",
            "radius",
            "type",
            "limit"),
        route("/api/v1/stations/count", MediaTypes.JSON, this::count),
        route("/api/v1/stations/{id}", MediaTypes.GEO_JSON, this::one));
  }

  private ApiRoute route(
      String path, String produces, Action.Answering answering, String... parameters) {
    return ApiRoute.blocking(path, produces, Set.of(parameters), threads, answering)
        .onlyForOperators();
  }

  private Answer inside(ApiRequest request) throws ProblemException {
    Query query = request.query();
    int limit = query.integer("limit", 1, answerMax, answerMax);
    BoundingBox box = query.box("bbox");
    Circle circle = Circle.of(query, "radius");
    StationType type = type(query);
    if (box != null && circle != null) {
      throw new ProblemException(
          Problem.of(400, "parameters 'bbox' and 'radius' exclude each other"));
    }
    Predicate<StationState> wanted = station -> type == null || station.report().type() == type;
    if (circle != null) {
      wanted = wanted.and(station -> circle.contains(station.report()));
      box = circle.box();
    }
    boolean all = circle == null && type == null;
    int countMax = all ? limit + 1 : SCANNED_MAX;
    List<StationState> seen = stations.inside(box == null ? WORLD : box, countMax);
    List<StationState> found = seen.stream().filter(wanted).limit(limit + 1L).toList();
    boolean truncated = found.size() > limit || (!all && seen.size() >= SCANNED_MAX);
    List<StationState> shown = found.subList(0, Math.min(limit, found.size()));
    return Answer.of(MediaTypes.GEO_JSON, json.collection(shown, truncated), request.gzip());
  }

  private Answer count(ApiRequest request) {
    byte[] body =
        JsonBytes.of(json -> {
          json.writeStartObject();
          json.writeNumberField("count", stations.count());
          json.writeEndObject();
        });
    return Answer.of(MediaTypes.JSON, body, request.gzip());
  }

  private Answer one(ApiRequest request) throws ProblemException {
    String text = request.path("id");
    long stationId = stationId(text);
    StationState station =
        stations
            .byId(stationId)
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(404, "station %d is not live".formatted(stationId))));
    return Answer.of(MediaTypes.GEO_JSON, json.feature(station), request.gzip());
  }

  private static long stationId(String text) throws ProblemException {
    try {
      long stationId = Long.parseLong(text);
      if (stationId >= 0 && stationId <= Report.STATION_ID_MAX) {
        return stationId;
      }
    } catch (NumberFormatException e) {
      throw noStationId(text);
    }
    throw noStationId(text);
  }

  private static ProblemException noStationId(String text) {
    return Query.refused("id", text, "a station id, 0 to " + Report.STATION_ID_MAX);
  }

  private static @Nullable StationType type(Query query) throws ProblemException {
    String word = query.text("type");
    if (word == null) {
      return null;
    }
    return StationType.ofWord(word)
        .orElseThrow(() ->
            Query.refused(
                "type",
                word,
                Arrays.stream(StationType.values())
                    .map(StationType::word)
                    .collect(Collectors.joining(", ", "one of ", ""))));
  }
}
