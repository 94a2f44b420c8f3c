package city.wayside.server.http;

import city.wayside.server.json.JsonBytes;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/// Why a request was not answered as asked: RFC 9457 problem details.
///
/// @param status the HTTP status, 400 to 599
/// @param detail one sentence for the client's developer: parameter, value, what is allowed
/// @param headers what the status requires beside it (`Allow`, `Retry-After`, ...)
public record Problem(int status, String detail, Map<String, String> headers) {

  private static final int ECHO_MAX = 100;

  /// A problem without headers of its own.
  public static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of());
  }

  /// A parameter whose value is not allowed.
  ///
  /// @param allowed what is, as it follows "must be"
  public static Problem parameter(String name, String value, String allowed) {
    return of(400, "parameter '%s' is '%s'; must be %s".formatted(name, shown(value), allowed));
  }

  /// The gateway has more work than it takes at once.
  ///
  /// @param retryAfterS when to try again
  public static Problem busy(String detail, int retryAfterS) {
    return new Problem(503, detail, Map.of("Retry-After", Integer.toString(retryAfterS)));
  }

  /// A client's text, short enough to be repeated to it.
  public static String shown(String text) {
    return text.length() <= ECHO_MAX ? text : text.substring(0, ECHO_MAX) + "...";
  }

  /// Answers the request with it; a response that has begun is cut off instead.
  public void sendTo(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    Buffer body = Buffer.buffer(json());
    headers.forEach(response::putHeader);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.PROBLEM)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private byte[] json() {
    return JsonBytes.of(json -> {
      json.writeStartObject();
      json.writeStringField("type", "about:blank");
      json.writeStringField("title", HttpResponseStatus.valueOf(status).reasonPhrase());
      json.writeNumberField("status", status);
      json.writeStringField("detail", detail);
      json.writeEndObject();
    });
  }
}
