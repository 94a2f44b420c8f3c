package city.wayside.edge.conform;

import city.wayside.edge.conform.Standard.Statement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which tests are for which statements, as the annotations of this module's tests say.
///
/// @param testsOf the tests of each statement's id, as class and method
record Coverage(Map<Standard, Map<String, SortedSet<String>>> testsOf) {

  /// Reads the annotations of all tests.
  static Coverage read() {
    Map<Standard, Map<String, SortedSet<String>>> testsOf = new EnumMap<>(Standard.class);
    for (Standard standard : Standard.values()) {
      testsOf.put(standard, TestScan.testsOf(method -> ids(standard, method)));
    }
    return new Coverage(testsOf);
  }

  private static List<String> ids(Standard standard, Method test) {
    Normative of = test.getAnnotation(Normative.class);
    return of == null ? List.of() : standard.ids(of);
  }

  /// The tests of a statement.
  SortedSet<String> tests(Standard standard, Statement statement) {
    return of(standard).getOrDefault(statement.id(), new TreeSet<>());
  }

  /// The statements that need a test and have none.
  List<String> missing(Standard standard) {
    return standard.statements().stream()
        .filter(statement -> statement.duty().isTested() && tests(standard, statement).isEmpty())
        .map(statement -> statement.id() + " " + statement.words())
        .toList();
  }

  /// Tests of statements that the list does not have, or has as no concern of ours.
  List<String> stray(Standard standard) {
    List<String> tested =
        standard.statements().stream()
            .filter(statement -> statement.duty().isTested())
            .map(Statement::id)
            .toList();
    List<String> stray = new ArrayList<>();
    of(standard)
        .forEach((id, tests) -> {
          if (!tested.contains(id)) {
            stray.add(id + " " + tests);
          }
        });
    return stray;
  }

  private Map<String, SortedSet<String>> of(Standard standard) {
    return testsOf.getOrDefault(standard, Map.of());
  }
}
