package city.wayside.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts routes on a router, each with the same checks in the same order: who asks, what is taken,
/// which parameters.
public final class ApiRouter {

  private final Router router;
  private final OperatorRule operators;

  /// Routes for a router.
  public ApiRouter(Router router, OperatorRule operators) {
    this.router = router;
    this.operators = operators;
  }

  /// Adds a route, and the answer 405 for its other methods.
  public void add(ApiRoute route) {
    String path = route.path().replace("{", ":").replace("}", "");
    router
        .route(path)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(context -> handle(route, context));
    router
        .route(path)
        .handler(context ->
            new Problem(
                    405,
                    "%s is not possible at %s; allowed: GET, HEAD"
                        .formatted(context.request().method(), route.path()),
                    Map.of("Allow", "GET, HEAD"))
                .sendTo(context));
  }

  /// Adds a path that is promised but not there yet: 501.
  public void addNotYet(String path) {
    router
        .route(path.replace("{", ":").replace("}", ""))
        .handler(context ->
            Problem.of(501, path + " is not implemented yet in this version").sendTo(context));
  }

  private void handle(ApiRoute route, RoutingContext context) {
    HttpServerRequest request = context.request();
    @Nullable Problem refused = route.forOperators() ? operators.refuse(request) : null;
    if (refused != null) {
      refused.sendTo(context);
      return;
    }
    if (!Negotiation.accepts(request.getHeader(HttpHeaders.ACCEPT), route.produces())) {
      Problem.of(406, "the answer is %s, which Accept excludes".formatted(route.produces()))
          .sendTo(context);
      return;
    }
    try {
      Query query = Query.of(context.queryParams(), route.parameters());
      boolean gzip = Negotiation.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
      run(route.action(), context, new ApiRequest(Map.copyOf(context.pathParams()), query, gzip));
    } catch (ProblemException e) {
      e.problem().sendTo(context);
    }
  }

  private static void run(Action action, RoutingContext context, ApiRequest request)
      throws ProblemException {
    switch (action) {
      case Action.Immediate immediate -> immediate.answering().answer(request).sendTo(context);
      case Action.Blocking blocking ->
          blocking
              .threads()
              .run(context.vertx().getOrCreateContext(), () -> blocking.answering().answer(request))
              .onSuccess(answer -> answer.sendTo(context))
              .onFailure(failure -> refuse(failure, context));
      case Action.Streaming streaming -> streaming.handler().handle(context);
    }
  }

  private static void refuse(Throwable failure, RoutingContext context) {
    if (failure instanceof ProblemException refused) {
      refused.problem().sendTo(context);
    } else {
      context.fail(failure);
    }
  }
}
