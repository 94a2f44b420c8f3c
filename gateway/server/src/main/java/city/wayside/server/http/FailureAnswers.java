package city.wayside.server.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong into a problem for the client; what is our own fault is logged once,
/// and the client is told no more than that.
public final class FailureAnswers implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

  private final int bodyBytesMax;

  /// Answers for a server with a limit on request bodies.
  public FailureAnswers(int bodyBytesMax) {
    this.bodyBytesMax = bodyBytesMax;
  }

  @Override
  public void handle(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof ProblemException refused) {
      refused.problem().sendTo(context);
      return;
    }
    int status =
        failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
    if (status < 400 || status >= 500) {
      LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), failure);
      Problem.of(500, "the gateway failed to answer; its log says why").sendTo(context);
      return;
    }
    Problem.of(status, detail(context, status)).sendTo(context);
  }

  private String detail(RoutingContext context, int status) {
    String path = Problem.shown(pathOf(context));
    return switch (status) {
      case 404 -> "there is nothing at " + path;
      case 405 -> context.request().method() + " is not possible at " + path;
      case 413 -> "the request's body is longer than %d bytes".formatted(bodyBytesMax);
      default -> "the request is not well formed";
    };
  }

  private static String pathOf(RoutingContext context) {
    @Nullable String path = context.request().path();
    return path == null ? "" : path;
  }
}
