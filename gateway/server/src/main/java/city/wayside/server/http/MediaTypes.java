package city.wayside.server.http;

/// The media types of the API.
public final class MediaTypes {

  /// JSON.
  public static final String JSON = "application/json";

  /// GeoJSON, RFC 7946.
  public static final String GEO_JSON = "application/geo+json";

  /// Problem details, RFC 9457.
  public static final String PROBLEM = "application/problem+json";

  /// Server-sent events, WHATWG HTML §9.2.
  public static final String EVENT_STREAM = "text/event-stream";

  /// Prometheus text, exposition format 0.0.4.
  public static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private MediaTypes() {}
}
