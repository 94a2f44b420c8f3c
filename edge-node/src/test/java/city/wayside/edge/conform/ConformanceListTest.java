package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.conform.Standard.Statement;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every statement has a test or a reason, and the page about it is up to date.
class ConformanceListTest {

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
    new GeneratedPage("MQTT-CONFORMANCE.md", ConformanceListTest.class)
        .assertIs(ConformancePage.markdown(coverage));
  }
}
