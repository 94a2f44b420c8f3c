package city.wayside.server.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A whole response, ready to be sent, any number of times.
///
/// @param status the HTTP status
/// @param contentType the media type
/// @param body the bytes as they are sent
/// @param gzipped true when the body is compressed
/// @param etag names the content, both compressed and not (so it is a weak one), or absent
/// @param cacheControl what caches may do with it
public record Answer(
    int status,
    String contentType,
    Buffer body,
    boolean gzipped,
    @Nullable String etag,
    String cacheControl) {

  /// Caches ask each time whether it is still so.
  public static final String REVALIDATE = "no-cache";

  /// Nobody keeps it.
  public static final String UNCACHED = "no-store";

  /// The name never means other content.
  public static final String IMMUTABLE = "public, max-age=31536000, immutable";

  /// Smaller bodies fit into one packet and are not compressed.
  private static final int GZIP_BYTES_MIN = 1_200;

  /// An answer that nobody keeps.
  public static Answer of(String contentType, byte[] body, boolean gzip) {
    return build(200, contentType, body, gzip, null, UNCACHED);
  }

  /// An answer whose content has a name.
  ///
  /// @param tag what names the content, without quotes
  public static Answer tagged(
      String contentType, byte[] body, boolean gzip, String tag, String cacheControl) {
    return build(200, contentType, body, gzip, "W/\"" + tag + "\"", cacheControl);
  }

  /// The same with another status.
  public Answer withStatus(int newStatus) {
    return new Answer(newStatus, contentType, body, gzipped, etag, cacheControl);
  }

  private static Answer build(
      int status,
      String contentType,
      byte[] body,
      boolean gzip,
      @Nullable String etag,
      String cacheControl) {
    boolean smaller = gzip && body.length >= GZIP_BYTES_MIN;
    Buffer bytes = Buffer.buffer(smaller ? gzip(body) : body);
    return new Answer(status, contentType, bytes, smaller, etag, cacheControl);
  }

  /// Sends it, or 304 when the client has it already. Event loop.
  public void sendTo(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.CACHE_CONTROL, cacheControl);
    headers.set(HttpHeaders.VARY, "Accept-Encoding");
    if (etag != null) {
      headers.set(HttpHeaders.ETAG, etag);
      if (names(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
        response.setStatusCode(304).end();
        return;
      }
    }
    headers.set(HttpHeaders.CONTENT_TYPE, contentType);
    headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (gzipped) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setStatusCode(status);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }

  /// True when `If-None-Match` has the tag, compared weakly (RFC 9110 §8.8.3.2).
  private static boolean names(@Nullable String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String candidate : ifNoneMatch.split(",")) {
      String tag = candidate.strip();
      if (tag.equals("*") || tag.equals(etag) || ("W/" + tag).equals(etag)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream gzip = new FastGzip(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /// JSON shrinks almost as well at the fastest level, at a third of the time.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream bytes) throws IOException {
      super(bytes, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
