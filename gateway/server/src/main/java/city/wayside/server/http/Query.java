package city.wayside.server.http;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.traffic.WindowLength;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The query parameters of one request. Whatever is not understood is refused with the parameter,
/// its value and what is allowed: a typing error must not become a default.
public final class Query {

  private static final String BOX_FORM =
      "west,south,east,north in degrees with west <= east within -180 to 180 and"
          + " south <= north within -90 to 90";
  private static final String TIME_FORM =
      "a time like 2026-11-23T04:00:00Z or milliseconds since 1970";

  /// The last moment of the year 9999, which RFC 3339 can still write.
  private static final long TIME_MS_MAX = 253_402_300_799_999L;

  private final MultiMap parameters;

  private Query(MultiMap parameters) {
    this.parameters = parameters;
  }

  /// The parameters of a request.
  ///
  /// @throws ProblemException when one is unknown or given twice
  public static Query of(MultiMap parameters, Set<String> allowed) throws ProblemException {
    for (String name : parameters.names()) {
      if (!allowed.contains(name)) {
        String known = allowed.isEmpty() ? "none" : String.join(", ", new TreeSet<String>(allowed));
        throw new ProblemException(
            Problem.of(
                400,
                "parameter '%s' is not known here; allowed: %s"
                    .formatted(Problem.shown(name), known)));
      }
      if (parameters.getAll(name).size() > 1) {
        throw new ProblemException(
            Problem.of(400, "parameter '%s' is given more than once".formatted(name)));
      }
    }
    return new Query(parameters);
  }

  /// A parameter as it stands, or nothing.
  public @Nullable String text(String name) {
    return parameters.get(name);
  }

  /// A box given as `west,south,east,north`.
  public @Nullable BoundingBox box(String name) throws ProblemException {
    String text = text(name);
    if (text == null) {
      return null;
    }
    double[] edgesDeg = numbers(name, text, 4, BOX_FORM);
    try {
      return new BoundingBox(edgesDeg[1], edgesDeg[0], edgesDeg[3], edgesDeg[2]);
    } catch (IllegalArgumentException e) {
      throw refused(name, text, BOX_FORM);
    }
  }

  /// Numbers separated by commas.
  ///
  /// @param form what is allowed, for the refusal
  public double[] numbers(String name, String text, int count, String form)
      throws ProblemException {
    String[] parts = text.split(",", -1);
    if (parts.length != count) {
      throw refused(name, text, form);
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw refused(name, text, form);
      }
      if (!Double.isFinite(numbers[i])) {
        throw refused(name, text, form);
      }
    }
    return numbers;
  }

  /// A moment in RFC 3339 or in milliseconds since 1970, in milliseconds since 1970.
  public @Nullable Long timeMs(String name) throws ProblemException {
    String text = text(name);
    if (text == null) {
      return null;
    }
    long timeMs;
    try {
      timeMs =
          text.chars().allMatch(Character::isDigit)
              ? Long.parseLong(text)
              : DateTimeFormatter.ISO_OFFSET_DATE_TIME
                  .parse(text.strip(), Instant::from)
                  .toEpochMilli();
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      throw refused(name, text, TIME_FORM);
    }
    if (timeMs < 0 || timeMs > TIME_MS_MAX) {
      throw refused(name, text, TIME_FORM);
    }
    return timeMs;
  }

  /// A whole number.
  public int integer(String name, int min, int max, int otherwise) throws ProblemException {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    String form = "a whole number from %d to %d".formatted(min, max);
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(name, text, form);
    }
    throw refused(name, text, form);
  }

  /// One word of a few.
  public String word(String name, List<String> allowed, String otherwise) throws ProblemException {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!allowed.contains(text)) {
      throw refused(name, text, "one of " + String.join(", ", allowed));
    }
    return text;
  }

  /// The parameter `window`: a window's length in seconds, 60 unless given.
  public WindowLength window() throws ProblemException {
    String seconds = word("window", List.of("60", "300", "900"), "60");
    return WindowLength.ofSeconds(Integer.parseInt(seconds)).orElseThrow();
  }

  /// The refusal of a parameter.
  public static ProblemException refused(String name, String value, String allowed) {
    return new ProblemException(Problem.parameter(name, value, allowed));
  }
}
