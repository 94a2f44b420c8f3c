package city.wayside.town.config;

import city.wayside.model.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads secrets from the files that hold them. No message ever shows one.
final class SecretReader {

  /// The largest secret, in bytes.
  static final int BYTES_MAX = 64 * 1024;

  private final Problems problems;

  SecretReader(Problems problems) {
    this.problems = problems;
  }

  /// The secret that a configuration file points to; `null` after a problem.
  @Nullable Secret fromGiven(Item.Key key, Given given) {
    if (given instanceof Given.Fields fields && fields.fields().size() == 1) {
      Given.Field field = fields.fields().getFirst();
      if (field.name().equals("file") && field.value() instanceof Given.Scalar path) {
        return fromFile(key, path);
      }
    }
    problems.add(
        given.place(),
        key.path(),
        "is a secret and must not stand in the file as plain text",
        "allowed is " + Allowed.words(key));
    return null;
  }

  /// The secret in the file with this path, without its trailing line break; `null` after a
  /// problem.
  @Nullable Secret fromFile(Item.Key key, Given.Scalar path) {
    String fault;
    try (InputStream in = Files.newInputStream(Path.of(path.text()))) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        fault = "is larger than " + BYTES_MAX + " bytes";
      } else {
        String secret = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        if (!secret.isEmpty()) {
          return new Secret(secret);
        }
        fault = "is empty";
      }
    } catch (IOException | IllegalArgumentException e) {
      fault = "cannot be read (" + e.getClass().getSimpleName() + ")";
    }
    problems.add(
        path.place(),
        key.path(),
        "the secret's file " + Problems.shown(path.text()) + " " + fault,
        "give the path of a readable file that holds the secret");
    return null;
  }
}
