package city.wayside.town.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads one YAML file into [Given], within bounds on its size and depth.
///
/// Anchors and aliases are refused: a configuration needs none, and they are how a small file
/// becomes a big one ("billion laughs").
final class YamlFile {

  /// The largest configuration file, in bytes.
  static final int BYTES_MAX = 256 * 1024;

  /// The deepest nesting of sections and lists.
  static final int DEPTH_MAX = 16;

  private final String name;
  private final Problems problems;

  private YamlFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /// The file's sections; nothing when it cannot be read, and then the problems say why.
  static Optional<Given.Fields> read(Path file, Problems problems) {
    return new YamlFile(file.toString(), problems).read(file);
  }

  private Optional<Given.Fields> read(Path file) {
    String text = text(file);
    if (text == null) {
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setUseMarks(true)
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(BYTES_MAX)
            .build();
    try {
      // Events first: the composer recurses, so the depth is checked before it runs.
      if (!isPlain(new Parse(settings).parseString(text))) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      Given given = root.isEmpty() ? new Given.Nothing(Place.of(name)) : given(root.get(), "");
      return switch (given) {
        case Given.Fields fields -> Optional.of(fields);
        case Given.Nothing nothing -> Optional.of(new Given.Fields(nothing.place(), List.of()));
        case Given.Scalar scalar -> refuse(scalar.place(), "is no configuration");
        case Given.Items items -> refuse(items.place(), "is a list");
      };
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(this::place).orElse(Place.of(name));
      return refuse(place, "is no YAML (" + e.getProblem() + ")");
    } catch (YamlEngineException e) {
      return refuse(Place.of(name), "is no YAML (" + e.getMessage() + ")");
    }
  }

  private Optional<Given.Fields> refuse(Place place, String fault) {
    problems.add(place, "", fault, "write sections and keys as \"section:\" and \"  key: value\"");
    return Optional.empty();
  }

  private @Nullable String text(Path file) {
    Place place = Place.of(name);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        problems.add(
            place, "", "is larger than " + BYTES_MAX + " bytes", "a configuration is smaller");
        return null;
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      problems.add(place, "", "is not UTF-8 text", "save it as UTF-8");
    } catch (NoSuchFileException _) {
      problems.add(place, "", "does not exist", "give the path of a configuration file");
    } catch (IOException e) {
      problems.add(place, "", "cannot be read (" + e.getMessage() + ")", "give a readable file");
    }
    return null;
  }

  private boolean isPlain(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      Place place = event.getStartMark().map(this::place).orElse(Place.of(name));
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
        problems.add(place, "", "anchors (&) and aliases (*) are not read", "write the value out");
        return false;
      }
      if (event instanceof CollectionStartEvent && ++depth > DEPTH_MAX) {
        problems.add(place, "", "is nested too deep", "allowed are " + DEPTH_MAX + " levels");
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }

  private Given given(Node node, String path) {
    Place place = node.getStartMark().map(this::place).orElse(Place.of(name));
    if (node instanceof MappingNode mapping) {
      return fields(mapping, place, path);
    }
    if (node instanceof SequenceNode sequence) {
      List<Given> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(given(item, path));
      }
      return new Given.Items(place, items);
    }
    if (node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())) {
      return new Given.Scalar(place, scalar.getValue());
    }
    return new Given.Nothing(place);
  }

  private Given.Fields fields(MappingNode mapping, Place place, String path) {
    List<Given.Field> fields = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place keyPlace = tuple.getKeyNode().getStartMark().map(this::place).orElse(place);
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(keyPlace, path, "has a key that is no word", "write \"key: value\"");
        continue;
      }
      String key = keyNode.getValue();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      Optional<Given.Field> earlier =
          fields.stream().filter(field -> field.name().equals(key)).findFirst();
      if (earlier.isPresent()) {
        int line = earlier.get().place().line();
        problems.add(
            keyPlace, keyPath, "is written twice, first in line " + line, "keep one of them");
      } else {
        fields.add(new Given.Field(keyPlace, key, given(tuple.getValueNode(), keyPath)));
      }
    }
    return new Given.Fields(place, fields);
  }

  private Place place(Mark mark) {
    return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
