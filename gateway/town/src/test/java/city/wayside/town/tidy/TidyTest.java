package city.wayside.town.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("wayside.root")));

  @TempDir Path folder = Path.of("");

  @Test
  void everySourceFileIsTidy() throws IOException {
    List<Path> sources = sources();
    assertThat(sources).hasSizeGreaterThan(50);
    assertThat(Tidiness.findings(sources)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<Path> silent =
        sources().stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !documented(folder.resolve("package-info.java")))
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void aLongFileIsFound() throws IOException {
    assertThat(findings("// line\n".repeat(400) + "class Long {}\n"))
        .containsExactly("1: 401 lines");
  }

  @Test
  void aLongMethodIsFound() throws IOException {
    String body = "    count++;\n".repeat(69);
    assertThat(findings("class A {\n  int count;\n  void run() {\n" + body + "  }\n}\n"))
        .containsExactly("3: a method of 71 lines");
  }

  @Test
  void aLongLineIsFound() throws IOException {
    assertThat(findings("class A {}\n//" + "x".repeat(99) + "\n"))
        .containsExactly("2: 101 columns");
  }

  @Test
  void aHiddenTypeIsFound() throws IOException {
    String line = "    va" + "r count = 1;\n";
    assertThat(findings("class A {\n  void run() {\n" + line + "  }\n}\n"))
        .containsExactly("3: the type is not written out");
  }

  @Test
  void sleepingAndUnfinishedPlacesAreFound() throws IOException {
    String text = "class A {\n  // TO" + "DO\n  // Thread.sl" + "eep(1)\n}\n";
    assertThat(findings(text))
        .containsExactly("2: unfinished", "3: sleeps instead of waiting for something");
  }

  @Test
  void aReasonExcusesALength() throws IOException {
    assertThat(findings("class A {}\n// tidy: a test vector\n//" + "x".repeat(99) + "\n"))
        .isEmpty();
  }

  private List<String> findings(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), text);
    return Tidiness.findings(List.of(file)).stream()
        .map(finding -> finding.substring(file.toString().length() + 1))
        .toList();
  }

  private static boolean documented(Path packageInfo) {
    try {
      return Files.exists(packageInfo) && Files.readString(packageInfo).startsWith("///");
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> gateway = Files.walk(ROOT.resolve("gateway"));
        Stream<Path> edge = Files.walk(ROOT.resolve("edge-node"));
        Stream<Path> adapters = Files.walk(ROOT.resolve("city-adapters"))) {
      return Stream.of(gateway, edge, adapters)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }
}
