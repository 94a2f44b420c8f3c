package city.wayside.server.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a client is ready to take (RFC 9110 §12.5): media types and gzip.
public final class Negotiation {

  private Negotiation() {}

  /// True when an `Accept` header takes a media type. GeoJSON is taken for JSON too, for it is.
  public static boolean accepts(@Nullable String header, String mediaType) {
    if (header == null || header.isBlank()) {
      return true;
    }
    String wanted = withoutParameters(mediaType);
    String family = wanted.substring(0, wanted.indexOf('/')) + "/*";
    for (String range : header.split(",")) {
      String type = withoutParameters(range);
      boolean matches =
          type.equals("*/*")
              || type.equals(family)
              || type.equals(wanted)
              || (type.equals(MediaTypes.JSON) && wanted.equals(MediaTypes.GEO_JSON));
      if (matches && quality(range) > 0) {
        return true;
      }
    }
    return false;
  }

  /// True when an `Accept-Encoding` header takes gzip.
  public static boolean acceptsGzip(@Nullable String header) {
    if (header == null) {
      return false;
    }
    boolean any = false;
    for (String coding : header.split(",")) {
      String name = withoutParameters(coding);
      if (name.equals("gzip") || name.equals("x-gzip")) {
        return quality(coding) > 0;
      }
      any |= name.equals("*") && quality(coding) > 0;
    }
    return any;
  }

  private static String withoutParameters(String item) {
    int semicolon = item.indexOf(';');
    String name = semicolon < 0 ? item : item.substring(0, semicolon);
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static double quality(String item) {
    for (String parameter : item.split(";")) {
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith("q=")) {
        try {
          return Double.parseDouble(text.substring(2));
        } catch (NumberFormatException e) {
          return 1; // a weight that is none is as good as no weight
        }
      }
    }
    return 1;
  }
}
