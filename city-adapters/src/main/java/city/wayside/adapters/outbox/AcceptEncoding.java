package city.wayside.adapters.outbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The request header of that name (RFC 9110 §12.5.3).
final class AcceptEncoding {

  private AcceptEncoding() {}

  /// True when the reader takes gzip: named, or covered by `*`, and not with weight zero. A reader
  /// that says nothing gets the bytes as they are.
  static boolean allowsGzip(@Nullable String header) {
    if (header == null) {
      return false;
    }
    boolean anything = false;
    for (String item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = item.split(";", 2);
      boolean allowed = parts.length == 1 || !weightIsZero(parts[1]);
      switch (parts[0].strip()) {
        case "gzip", "x-gzip" -> {
          return allowed;
        }
        case "*" -> anything = allowed;
        default -> {
          // another coding, which this server does not have
        }
      }
    }
    return anything;
  }

  private static boolean weightIsZero(String parameter) {
    return parameter.strip().matches("q\\s*=\\s*0(\\.0{0,3})?");
  }
}
