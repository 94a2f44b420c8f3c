package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.conform.Standard.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every statement has a test or a reason, and the page about it is up to date.
class ConformanceListTest {

  private static final String FIX =
      "./mvnw -Dquick -pl edge-node -am test -Dtest=ConformanceListTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dwayside.write=true";

  private final Coverage coverage = Coverage.read();

  @ParameterizedTest
  @EnumSource
  void everyStatementThatConcernsUsHasATest(Standard standard) {
    assertThat(coverage.missing(standard)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyTestIsForAStatementThatConcernsUs(Standard standard) {
    assertThat(coverage.stray(standard)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MQTT_5, 251", "MQTT_311, 141"})
  void theListIsWhole(Standard standard, int count) {
    assertThat(standard.statements())
        .hasSize(count)
        .extracting(Statement::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("MQTT(-[0-9]+([.][0-9]+)*){2}"));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Path file = Path.of(System.getProperty("wayside.root", ".."), "gateway/docs");
    file = file.resolve("MQTT-CONFORMANCE.md");
    String page = ConformancePage.markdown(coverage);
    if (Boolean.getBoolean("wayside.write")) {
      Files.writeString(file, page);
    }

    assertThat(file).as("missing; to write it: %s", FIX).exists();
    List<String> newLines = new ArrayList<>(page.lines().toList());
    newLines.removeAll(Files.readAllLines(file));
    assertThat(newLines).as("stale, these lines are new; to write it: %s", FIX).isEmpty();
    assertThat(Files.readString(file).equals(page))
        .as("stale, some lines are too many; to write it: %s", FIX)
        .isTrue();
  }
}
