package city.wayside.server.http;

import java.util.Map;

/// What a route is asked.
///
/// @param path the values of the path's parameters, decoded
/// @param query the query parameters
/// @param gzip true when the client takes compressed answers
public record ApiRequest(Map<String, String> path, Query query, boolean gzip) {

  /// A parameter of the path, which the route's template has.
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no path parameter " + name);
    }
    return value;
  }
}
