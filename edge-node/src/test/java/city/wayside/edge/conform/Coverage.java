package city.wayside.edge.conform;

import city.wayside.edge.conform.Standard.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// Which tests are for which statements, as the annotations of this module's tests say.
///
/// @param testsOf the tests of each statement's id, as class and method
record Coverage(Map<Standard, Map<String, SortedSet<String>>> testsOf) {

  private static final String PACKAGE = "city.wayside.edge";

  /// Reads the annotations of all tests.
  static Coverage read() {
    Map<Standard, Map<String, SortedSet<String>>> testsOf = new EnumMap<>(Standard.class);
    for (Standard standard : Standard.values()) {
      testsOf.put(standard, new TreeMap<>());
    }
    for (Class<?> testClass : testClasses()) {
      for (Method method : testClass.getDeclaredMethods()) {
        Normative of = method.getAnnotation(Normative.class);
        if (of != null) {
          String test = testClass.getSimpleName() + "." + method.getName();
          if (!AnnotationSupport.isAnnotated(method, Testable.class)) {
            throw new IllegalStateException(test + " is no test");
          }
          testsOf.forEach((standard, tests) -> {
            for (String id : standard.ids(of)) {
              tests.computeIfAbsent(id, _ -> new TreeSet<>()).add(test);
            }
          });
        }
      }
    }
    return new Coverage(testsOf);
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

  private static List<Class<?>> testClasses() {
    try {
      Path root =
          Path.of(Coverage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve(PACKAGE.replace('.', '/')))) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(file -> file.endsWith("Test.class"))
            .sorted(Comparator.naturalOrder())
            .<Class<?>>map(Coverage::load)
            .toList();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Class<?> load(String file) {
    try {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      return Class.forName(name, false, Coverage.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
