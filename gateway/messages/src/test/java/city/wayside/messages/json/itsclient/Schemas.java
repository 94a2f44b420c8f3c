package city.wayside.messages.json.itsclient;

import city.wayside.messages.SharedFolder;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The official JSON schemas (draft 2020-12) of the dialects.
final class Schemas {

  private static final Map<String, Schema> BY_NAME = new ConcurrentHashMap<>();

  private Schemas() {}

  /// What a schema finds wrong with a text; nothing when it is valid.
  static List<String> findings(String kind, String version, byte[] json) {
    Path folder = SharedFolder.of("schemas/its-client");
    Schema schema =
        BY_NAME.computeIfAbsent(
            kind + "_schema_" + version.replace('.', '-') + ".json",
            name -> schema(folder, kind, name));
    return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema schema(Path folder, String kind, String name) {
    // Its own $id would resolve "../dsrc/" one level too high, so each schema goes by its file.
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(iri -> dsrc(folder, iri)));
    return registry.getSchema(text(folder.resolve(kind).resolve(name)), InputFormat.JSON);
  }

  private static @Nullable String dsrc(Path folder, String iri) {
    String name = iri.substring(iri.lastIndexOf('/') + 1);
    return name.startsWith("dsrc_schema_") ? text(folder.resolve("dsrc").resolve(name)) : null;
  }

  private static String text(Path file) {
    try {
      return Objects.requireNonNull(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
