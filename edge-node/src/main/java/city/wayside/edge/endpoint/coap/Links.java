package city.wayside.edge.endpoint.coap;

import java.util.List;
import java.util.stream.Collectors;

/// What there is, in link format (RFC 6690), for clients that look for it. Any thread.
final class Links {

  /// @param path the path, with a slash at the beginning
  /// @param type the resource type
  /// @param formats content formats
  /// @param isObservable whether it may be observed
  private record Link(String path, String type, String formats, boolean isObservable) {

    String text() {
      return "<%s>;rt=\"%s\";ct=\"%s\"%s"
          .formatted(path, type, formats, isObservable ? ";obs" : "");
    }

    boolean isFor(String name, String value) {
      return switch (name) {
        case "rt" -> matches(type, value);
        case "href" -> matches(path, value);
        case "ct" -> List.of(formats.split(" ")).contains(value);
        case "obs" -> isObservable;
        default -> false;
      };
    }

    /// A star at the end stands for anything (RFC 6690 §4.1).
    private static boolean matches(String text, String wanted) {
      return wanted.endsWith("*")
          ? text.startsWith(wanted.substring(0, wanted.length() - 1))
          : text.equals(wanted);
    }
  }

  private static final List<Link> ALL =
      List.of(
          new Link("/v1/up", "wayside.up", "42 50", false),
          new Link("/v1/up/batch", "wayside.batch", "42", false),
          new Link("/v1/down", "wayside.down", "42", true),
          new Link("/v1/geo", "wayside.geo", "42", true),
          new Link("/v1/time", "wayside.time", "0 50", false));

  /// All links, or those that match every filter.
  ///
  /// @param filters `name=value`, as in the query
  String matching(List<String> filters) {
    return ALL.stream()
        .filter(link -> filters.stream().allMatch(filter -> isFor(link, filter)))
        .map(Link::text)
        .collect(Collectors.joining(","));
  }

  private static boolean isFor(Link link, String filter) {
    int equals = filter.indexOf('=');
    return equals < 0
        ? link.isFor(filter, "*")
        : link.isFor(filter.substring(0, equals), filter.substring(equals + 1));
  }
}
