package city.wayside.edge.conform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// Finds which of this module's tests are for what, as annotations on them say.
public final class TestScan {

  private static final String PACKAGE = "city.wayside.edge";

  private TestScan() {}

  /// The tests of each id, as class and method.
  ///
  /// @param ids what a method is for; nothing when it has no annotation
  public static Map<String, SortedSet<String>> testsOf(Function<Method, List<String>> ids) {
    Map<String, SortedSet<String>> testsOf = new TreeMap<>();
    for (Class<?> testClass : testClasses()) {
      for (Method method : testClass.getDeclaredMethods()) {
        List<String> of = ids.apply(method);
        String test = testClass.getSimpleName() + "." + method.getName();
        if (!of.isEmpty() && !AnnotationSupport.isAnnotated(method, Testable.class)) {
          throw new IllegalStateException(test + " is no test");
        }
        of.forEach(id -> testsOf.computeIfAbsent(id, _ -> new TreeSet<>()).add(test));
      }
    }
    return testsOf;
  }

  private static List<Class<?>> testClasses() {
    try {
      Path root =
          Path.of(TestScan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve(PACKAGE.replace('.', '/')))) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(file -> file.endsWith("Test.class"))
            .sorted(Comparator.naturalOrder())
            .<Class<?>>map(TestScan::load)
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
      return Class.forName(name, false, TestScan.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
