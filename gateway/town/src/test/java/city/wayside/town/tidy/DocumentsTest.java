package city.wayside.town.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name exists.
class DocumentsTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("wayside.root")));
  private static final Path DOCS = ROOT.resolve("gateway/docs");

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");
  private static final Pattern KEY =
      Pattern.compile(
          "`((?:network|grid|traffic|edge|server|adapters|telemetry)\\.[A-Za-z0-9.]+)`");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (String target : found(LINK, document)) {
        if (!Files.exists(Objects.requireNonNull(document.getParent()).resolve(target))) {
          broken.add(document + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyConfigurationKeyThatIsNamedExists() throws IOException {
    String reference = Files.readString(DOCS.resolve("CONFIGURATION.md"));
    List<String> unknown = new ArrayList<>();
    for (Path document : documents()) {
      found(KEY, document).stream()
          .filter(key -> !reference.contains("`" + key + "`") && !reference.contains("## " + key))
          .forEach(key -> unknown.add(document + ": " + key));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyRefusalIsExplainedWithItsReasonCode() throws IOException {
    String operations = Files.readString(DOCS.resolve("OPERATIONS.md"));
    for (Refusal refusal : Refusal.values()) {
      assertThat(operations)
          .contains("| `%s` | 0x%02x |".formatted(refusal.word(), refusal.mqttReasonCode()));
    }
  }

  private static List<String> found(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }
}
