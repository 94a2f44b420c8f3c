package city.wayside.server;

import city.wayside.server.http.Answer;
import city.wayside.server.http.ContentTag;
import city.wayside.server.http.Document;
import city.wayside.server.http.Negotiation;
import city.wayside.server.http.Problem;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.VirtualThreads;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// `GET /`: the console's files, out of the class path's folder `console`. Files of known kinds
/// only, named in plain letters; what was read once is kept, for there are few.
final class ConsoleResource {

  /// What a page of the console may do: use what comes from here, and nothing else. The map draws
  /// in workers that it starts from blobs and sets styles of its own.
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "worker-src 'self' blob:",
          "child-src 'self' blob:",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pbf", "application/x-protobuf"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final String FOLDER = "console";
  private static final String PATH_PART = "(?:[A-Za-z0-9_@-][A-Za-z0-9._@-]*/)";
  private static final int DEPTH_MAX = 8;

  /// Folders of plain names, none of which begins with a dot, and a file with an ending.
  private static final Pattern PATH =
      Pattern.compile(
          "%s{0,%d}[A-Za-z0-9_@-][A-Za-z0-9._@-]*\\.([a-z0-9]+)".formatted(PATH_PART, DEPTH_MAX));

  /// A version in a folder's or file's name: such content never changes under that name.
  private static final Pattern VERSIONED = Pattern.compile(".*-\\d+\\.\\d+\\.\\d+[/.].*");

  private final VirtualThreads threads;
  private final Map<String, Document> files = new ConcurrentHashMap<>();

  ConsoleResource(VirtualThreads threads) {
    this.threads = threads;
  }

  /// Adds the console behind all other routes.
  void addTo(Router router) {
    router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String path = context.normalizedPath().substring(1);
    String name = path.isEmpty() ? "index.html" : path;
    if (!PATH.matcher(name).matches() || !TYPES.containsKey(ending(name))) {
      context.next();
      return;
    }
    boolean gzip =
        Negotiation.acceptsGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    Document known = files.get(name);
    if (known != null) {
      send(known, gzip, context);
      return;
    }
    threads
        .run(context.vertx().getOrCreateContext(), () -> read(name))
        .onSuccess(file -> {
          files.putIfAbsent(name, file);
          send(file, gzip, context);
        })
        .onFailure(context::fail);
  }

  private static void send(Document file, boolean gzip, RoutingContext context) {
    context.response().putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    file.answer(gzip).sendTo(context);
  }

  private static Document read(String name) throws ProblemException {
    String resource = FOLDER + "/" + name;
    try (InputStream in = ConsoleResource.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ProblemException(Problem.of(404, "there is nothing at /" + name));
      }
      byte[] bytes = in.readAllBytes();
      String type = TYPES.getOrDefault(ending(name), "application/octet-stream");
      String cacheControl =
          VERSIONED.matcher(name).matches() ? Answer.IMMUTABLE : Answer.REVALIDATE;
      return Document.of(type, bytes, ContentTag.of(bytes), cacheControl);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource, e);
    }
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
