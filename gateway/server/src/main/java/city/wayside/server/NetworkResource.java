package city.wayside.server;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.RoadNetwork;
import city.wayside.server.http.Answer;
import city.wayside.server.http.ApiRequest;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.Document;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.Problem;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.RoadJson;
import java.util.List;
import java.util.Set;

/// `GET /api/v1/network` and `/segments/{id}`: the road network. The whole of it is written once.
final class NetworkResource implements Resource {

  private final RoadJson roads;
  private final RoadNetwork network;
  private final VirtualThreads threads;
  private final Document whole;

  NetworkResource(RoadJson roads, VirtualThreads threads) {
    this.roads = roads;
    this.network = roads.network();
    this.threads = threads;
    this.whole =
        Document.of(
            MediaTypes.GEO_JSON,
            roads.collection(network.bounds(), index -> true),
            network.version(),
            Answer.REVALIDATE);
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.blocking(
            "/api/v1/network", MediaTypes.GEO_JSON, Set.of("bbox"), threads, this::network),
        ApiRoute.blocking(
            "/api/v1/segments/{id}", MediaTypes.GEO_JSON, Set.of(), threads, this::segment));
  }

  private Answer network(ApiRequest request) throws ProblemException {
    BoundingBox box = request.query().box("bbox");
    if (box == null) {
      return whole.answer(request.gzip());
    }
    byte[] inside = roads.collection(box, index -> network.bounds(index).intersects(box));
    String tag = network.version() + Tags.of(box);
    return Answer.tagged(MediaTypes.GEO_JSON, inside, request.gzip(), tag, Answer.REVALIDATE);
  }

  private Answer segment(ApiRequest request) throws ProblemException {
    int index = indexOf(network, request.path("id"));
    byte[] feature = roads.feature(index);
    return Answer.tagged(
        MediaTypes.GEO_JSON, feature, request.gzip(), network.version(), Answer.REVALIDATE);
  }

  /// The index of a segment that a path names.
  static int indexOf(RoadNetwork network, String segmentId) throws ProblemException {
    int index = network.indexOf(segmentId);
    if (index < 0) {
      throw new ProblemException(
          Problem.of(
              404,
              "there is no segment '%s' in network %s"
                  .formatted(Problem.shown(segmentId), network.version())));
    }
    return index;
  }
}
