package city.wayside.server.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/// One route of the API: `GET` (and `HEAD`) of a path.
///
/// @param path the path, with parameters as in OpenAPI: `/api/v1/segments/{id}`
/// @param produces the media type of the answer
/// @param parameters the query parameters it knows
/// @param forOperators true when only operators are answered
/// @param action how the answer comes about
public record ApiRoute(
    String path, String produces, Set<String> parameters, boolean forOperators, Action action) {

  /// A route whose answer is ready.
  public static ApiRoute immediate(String path, String produces, Action.Answering answering) {
    return new ApiRoute(path, produces, Set.of(), false, new Action.Immediate(answering));
  }

  /// A route that asks a store.
  public static ApiRoute blocking(
      String path,
      String produces,
      Set<String> parameters,
      VirtualThreads threads,
      Action.Answering answering) {
    return new ApiRoute(path, produces, parameters, false, new Action.Blocking(threads, answering));
  }

  /// A route that writes its response itself.
  public static ApiRoute streaming(
      String path, String produces, Set<String> parameters, Handler<RoutingContext> handler) {
    return new ApiRoute(path, produces, parameters, false, new Action.Streaming(handler));
  }

  /// The same for operators only.
  public ApiRoute onlyForOperators() {
    return new ApiRoute(path, produces, parameters, true, action);
  }
}
