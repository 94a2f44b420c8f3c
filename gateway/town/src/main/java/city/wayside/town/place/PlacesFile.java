package city.wayside.town.place;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.place.Corridor;
import city.wayside.road.place.Zone;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Corridors and zones of a network, from files with one JSON object a line; empty lines and lines
/// that begin with `#` are passed over. A file with a problem is refused as a whole.
///
/// @param network the network that has their segments
public record PlacesFile(RoadNetwork network) {

  /// The most places of a file.
  static final int PLACES_MAX = 10_000;

  /// The longest line.
  static final int LINE_CHARS_MAX = 1_000_000;

  /// The corridors of a file; none without a file.
  ///
  /// @throws PlacesException with every problem, as file, line, key, value and what is allowed
  public List<Corridor> corridors(@Nullable Path file) throws PlacesException {
    return read(
        file,
        List.of("segments"),
        Corridor::id,
        line -> Corridor.of(network, line.id(), line.name(), line.segmentIds()));
  }

  /// The zones of a file; none without a file.
  ///
  /// @throws PlacesException with every problem, as file, line, key, value and what is allowed
  public List<Zone> zones(@Nullable Path file) throws PlacesException {
    return read(
        file,
        List.of("bbox", "polygon"),
        Zone::id,
        line -> Zone.of(network, line.id(), line.name(), line.border()));
  }

  private static <T> List<T> read(
      @Nullable Path file,
      List<String> shape,
      Function<T, String> idOf,
      Function<PlaceLine, T> placeOf)
      throws PlacesException {
    List<T> places = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, Integer> lineOfId = new HashMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        T place = placeOf.apply(PlaceLine.read(line, shape));
        Integer earlier = lineOfId.putIfAbsent(idOf.apply(place), number);
        if (earlier != null) {
          throw new IllegalArgumentException(
              "id \"%s\" is in line %d already; allowed is one place with it"
                  .formatted(idOf.apply(place), earlier));
        }
        places.add(place);
      } catch (IllegalArgumentException e) {
        problems.add(file + ":" + number + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw PlacesException.of(problems);
    }
    return places;
  }

  private static List<String> lines(@Nullable Path file) throws PlacesException {
    if (file == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        if (lines.size() > PLACES_MAX || line.length() > LINE_CHARS_MAX) {
          throw new PlacesException(
              "%s:%d: is too large; allowed are %d lines of up to %d characters"
                  .formatted(file, lines.size(), PLACES_MAX, LINE_CHARS_MAX));
        }
      }
      return List.copyOf(lines);
    } catch (NoSuchFileException _) {
      throw new PlacesException(
          "%s: does not exist; write it, or leave the setting out".formatted(file));
    } catch (CharacterCodingException _) {
      throw new PlacesException(file + ": is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new PlacesException(
          "%s: cannot be read (%s); give a readable file".formatted(file, e.getMessage()));
    }
  }
}
