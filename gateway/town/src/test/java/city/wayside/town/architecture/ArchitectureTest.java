package city.wayside.town.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String PRODUCT = "city.wayside";
  private static final String VIOLATIONS = "city.wayside.town.architecture.violation.";

  /// For each rule the folder of the deliberate violation that makes it fail, and only it.
  private static final Map<String, String> VIOLATION_OF =
      Map.ofEntries(
          Map.entry("dependencies follow the lines", "lines"),
          Map.entry("edge stages are strangers", "stages"),
          Map.entry("endpoints are strangers", "endpoints"),
          Map.entry("adapters are strangers", "feeds"),
          Map.entry("the kit calls no server", "caller"),
          Map.entry("vendors stay behind their doors", "vendors"),
          Map.entry("packages have no cycles", "cycle"),
          Map.entry("time and chance are passed in", "chance"),
          Map.entry("the model is values", "values"),
          Map.entry("model numbers name their unit", "units"),
          Map.entry("names say something", "names"),
          Map.entry("throwables are exceptions", "throwables"));

  @TestFactory
  Stream<DynamicTest> theProductKeepsEveryRule() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PRODUCT);
    assertThat(product.size()).as("classes of the product").isGreaterThan(50);
    return new Rules(PRODUCT)
        .all().entrySet().stream()
            .map(rule ->
                DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(product)));
  }

  @TestFactory
  Stream<DynamicTest> everyViolationBreaksItsRuleAndNoOther() {
    return VIOLATION_OF.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () ->
                    assertThat(broken(VIOLATIONS + entry.getValue()))
                        .containsExactly(entry.getKey())));
  }

  @org.junit.jupiter.api.Test
  void everyRuleHasAViolation() {
    assertThat(VIOLATION_OF.keySet())
        .containsExactlyInAnyOrderElementsOf(new Rules(PRODUCT).all().keySet());
  }

  private static List<String> broken(String root) {
    JavaClasses classes = new ClassFileImporter().importPackages(root);
    assertThat(classes).as(root).isNotEmpty();
    return new Rules(root)
        .all().entrySet().stream()
            .filter(rule -> hasViolation(rule.getValue(), classes))
            .map(Map.Entry::getKey)
            .toList();
  }

  private static boolean hasViolation(ArchRule rule, JavaClasses classes) {
    EvaluationResult result = rule.evaluate(classes);
    return result.hasViolation();
  }
}
