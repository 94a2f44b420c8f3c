package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A page among the documents that is made from lists and tests.
///
/// @param name of its file
/// @param test the class that keeps it up to date
public record GeneratedPage(String name, Class<?> test) {

  /// Fails unless the page says this; writes it first when that is asked for.
  public void assertIs(String text) throws IOException {
    String fix =
        "./mvnw -Dquick -pl edge-node -am test -Dtest="
            + test.getSimpleName()
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwayside.write=true";
    Path file = Path.of(System.getProperty("wayside.root", ".."), "gateway/docs").resolve(name);
    if (Boolean.getBoolean("wayside.write")) {
      Files.writeString(file, text);
    }

    assertThat(file).as("missing; to write it: %s", fix).exists();
    List<String> newLines = new ArrayList<>(text.lines().toList());
    newLines.removeAll(Files.readAllLines(file));
    assertThat(newLines).as("stale, these lines are new; to write it: %s", fix).isEmpty();
    assertThat(Files.readString(file).equals(text))
        .as("stale, some lines are too many; to write it: %s", fix)
        .isTrue();
  }
}
