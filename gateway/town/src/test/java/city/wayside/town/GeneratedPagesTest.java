package city.wayside.town;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigReference;
import city.wayside.town.telemetry.MetricReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The pages that are generated from the program are as the program would write them.
class GeneratedPagesTest {

  private static final String FIX =
      "./mvnw -Dquick -pl gateway/town -am test -Dtest=GeneratedPagesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dwayside.write=true";

  enum Page {
    CONFIGURATION,
    METRICS;

    String text() {
      return switch (this) {
        case CONFIGURATION -> ConfigReference.markdown(WaysideConfig.class);
        case METRICS -> MetricReference.markdown();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageIsUpToDate(Page page) throws IOException {
    Path file = Path.of(System.getProperty("wayside.root", "../.."), "gateway/docs", page + ".md");
    if (Boolean.getBoolean("wayside.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.text());
    }

    assertThat(file).as("missing; to write it: %s", FIX).exists();
    List<String> newLines = new ArrayList<>(page.text().lines().toList());
    newLines.removeAll(Files.readAllLines(file));
    assertThat(newLines).as("stale, these lines are new; to write it: %s", FIX).isEmpty();
    assertThat(Files.readString(file).equals(page.text()))
        .as("stale, some lines are too many; to write it: %s", FIX)
        .isTrue();
  }
}
