package city.wayside.adapters.outbox;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers GET and HEAD with a feed's newest document, or with 304 when the reader has it (RFC 9110
/// §13.2.2: a tag decides before a date). Event loop; never builds anything.
public final class PullHandler implements Handler<RoutingContext> {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int UNAVAILABLE = 503;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final PullFeed feed;
  private final Runnable delivered;

  /// A handler.
  ///
  /// @param feed whose document is served
  /// @param delivered told of each document that was sent whole
  public PullHandler(PullFeed feed, Runnable delivered) {
    this.feed = feed;
    this.delivered = delivered;
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<PullDocument> newest = feed.newest();
    if (newest.isEmpty()) {
      notYet(context);
      return;
    }
    PullDocument document = newest.get();
    HttpServerRequest request = context.request();
    boolean gzip = AcceptEncoding.allowsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    String tag = gzip ? document.gzipTag() : document.plainTag();
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.ETAG, tag)
            .putHeader(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(document.lastModified()))
            .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl())
            .putHeader(HttpHeaders.VARY, "accept-encoding");
    if (hasIt(request, tag, document.lastModified())) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    Buffer body = gzip ? document.gzip() : document.plain();
    response
        .setStatusCode(OK)
        .putHeader(HttpHeaders.CONTENT_TYPE, feed.card().contentType())
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body).onSuccess(sent -> delivered.run());
    }
  }

  /// Caches may keep a document but ask each time whether it is still the newest: asking costs a
  /// 304, and a table and the data that refer to it never come from different hours.
  private String cacheControl() {
    return switch (feed.card().tier()) {
      case OPEN -> "public, no-cache";
      case RESTRICTED, OPERATOR -> "private, no-cache";
    };
  }

  private static boolean hasIt(HttpServerRequest request, String tag, Instant lastModified) {
    String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (tags != null) {
      return Arrays.stream(tags.split(",", -1))
          .map(one -> one.strip().replaceFirst("^W/", ""))
          .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
    Instant since = date(request.getHeader(HttpHeaders.IF_MODIFIED_SINCE));
    return since != null && !lastModified.isAfter(since);
  }

  private static @Nullable Instant date(@Nullable String httpDate) {
    if (httpDate == null) {
      return null;
    }
    try {
      return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException notOne) {
      return null; // RFC 9110 §13.1.3: a date that is none is as if it were not there
    }
  }

  private void notYet(RoutingContext context) {
    HttpServerResponse response =
        context
            .response()
            .setStatusCode(UNAVAILABLE)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(feed.card().retryAfterS()));
    Buffer problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", "Service Unavailable")
            .put("status", UNAVAILABLE)
            .put("detail", feed.card().title() + ": no document yet")
            .toBuffer();
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(problem.length())).end();
    } else {
      response.end(problem);
    }
  }
}
