package city.wayside.edge.endpoint.coap;

import city.wayside.edge.inbound.topic.UpTopic;
import city.wayside.edge.inbound.topic.UpTopicReader;
import city.wayside.model.area.Quadkey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What the path of a request names.
sealed interface Route {

  /// `v1/up/{station}/{type}`, `v1/up/batch`, `v1/up/{client}/batch`, `v1/up/{client}/status`.
  ///
  /// @param topic what is posted; [UpTopic.Elsewhere] says why nothing is taken there
  record Up(UpTopic topic) implements Route {}

  /// `v1/down`: what is for the client itself and for stations that it speaks for.
  record Down() implements Route {}

  /// `v1/geo/{quadkey}`: what there is in a tile.
  record Geo(Quadkey tile) implements Route {}

  /// `v1/time`.
  record Time() implements Route {}

  /// `.well-known/core`.
  record Core() implements Route {}

  /// Nothing.
  ///
  /// @param reason what there would be
  record Nowhere(String reason) implements Route {}

  /// Reads paths. Any thread.
  final class Reader {

    private static final Nowhere NOWHERE =
        new Nowhere(
            "path must be v1/up/{station}/{type}, v1/up/batch, v1/down, v1/geo/{quadkey}, v1/time"
                + " or .well-known/core");
    private static final Nowhere NO_TILE =
        new Nowhere(
            "the path's tile must have 1 to " + Quadkey.ZOOM_MAX + " digits, each from 0 to 3");

    private final UpTopicReader upTopics = new UpTopicReader("");

    /// What a path names.
    Route of(List<String> path) {
      if (path.equals(List.of(".well-known", "core"))) {
        return new Core();
      }
      if (path.size() < 2 || !path.getFirst().equals("v1") || hasSlash(path)) {
        return NOWHERE;
      }
      return switch (path.get(1)) {
        case "up" -> up(path);
        case "down" -> path.size() == 2 ? new Down() : NOWHERE;
        case "time" -> path.size() == 2 ? new Time() : NOWHERE;
        case "geo" -> path.size() == 3 ? geo(path.get(2)) : NOWHERE;
        default -> NOWHERE;
      };
    }

    private Route up(List<String> path) {
      if (path.size() == 2) {
        return NOWHERE;
      }
      if (path.size() == 3 && path.get(2).equals("batch")) {
        return new Up(new UpTopic.Batch(UpTopic.SELF));
      }
      byte[] topic = String.join("/", path).getBytes(StandardCharsets.UTF_8);
      return new Up(upTopics.read(topic, 0, topic.length));
    }

    private static Route geo(String digits) {
      Optional<Quadkey> tile = Quadkey.ofDigits(digits);
      return tile.isPresent() ? new Geo(tile.get()) : NO_TILE;
    }

    /// A part of a path may have any character in it, also the one that stands between levels.
    private static boolean hasSlash(List<String> path) {
      return path.stream().anyMatch(part -> part.indexOf('/') >= 0);
    }
  }
}
