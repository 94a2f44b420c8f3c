package city.wayside.server;

import city.wayside.grid.ClientRecords;
import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.RefusalRecord;
import city.wayside.server.http.Action;
import city.wayside.server.http.Answer;
import city.wayside.server.http.ApiRequest;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.Resource;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.ClientJson;
import java.util.List;
import java.util.Set;

/// `GET /api/v1/clients` and `/api/v1/refusals`: who is connected, and what was refused and why;
/// for operators only.
final class ClientsResource implements Resource {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = ClientRecords.REFUSALS_AT_ONCE_MAX;

  private final ClientRecords records;
  private final VirtualThreads threads;

  ClientsResource(ClientRecords records, VirtualThreads threads) {
    this.records = records;
    this.threads = threads;
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        route("/api/v1/clients", this::clients), route("/api/v1/refusals", this::refusals));
  }

  private ApiRoute route(String path, Action.Answering answering) {
    return ApiRoute.blocking(path, MediaTypes.JSON, Set.of("limit"), threads, answering)
        .onlyForOperators();
  }

  private Answer clients(ApiRequest request) throws ProblemException {
    int limit = limit(request);
    List<ClientFigures> found = records.clients(limit + 1);
    boolean truncated = found.size() > limit;
    List<ClientFigures> shown = truncated ? found.subList(0, limit) : found;
    return Answer.of(MediaTypes.JSON, ClientJson.clients(shown, truncated), request.gzip());
  }

  private Answer refusals(ApiRequest request) throws ProblemException {
    List<RefusalRecord> found = records.refusals(limit(request));
    return Answer.of(MediaTypes.JSON, ClientJson.refusals(found), request.gzip());
  }

  private static int limit(ApiRequest request) throws ProblemException {
    return request.query().integer("limit", 1, LIMIT_MAX, LIMIT_DEFAULT);
  }
}
