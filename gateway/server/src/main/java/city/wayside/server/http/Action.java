package city.wayside.server.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// How a route's answer comes about, and on which thread.
public sealed interface Action {

  /// From question to answer.
  @FunctionalInterface
  interface Answering {
    /// The answer.
    ///
    /// @throws ProblemException when there is none, with the reason for the client
    Answer answer(ApiRequest request) throws ProblemException;
  }

  /// At once, on the event loop: for answers that are ready.
  record Immediate(Answering answering) implements Action {}

  /// On a virtual thread: for whatever asks a store or writes much.
  record Blocking(VirtualThreads threads, Answering answering) implements Action {}

  /// By the route itself, on the event loop: for responses that do not end soon.
  record Streaming(Handler<RoutingContext> handler) implements Action {}
}
