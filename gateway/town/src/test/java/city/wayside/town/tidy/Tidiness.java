package city.wayside.town.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Finds what is too long or does not belong, in source files. A reason written beside the place,
/// as a comment that begins with `tidy:`, excuses a length.
final class Tidiness {

  static final int FILE_LINES_MAX = 400;
  static final int METHOD_LINES_MAX = 70;
  static final int LINE_COLUMNS_MAX = 100;

  private static final String REASON = "// tidy: ";
  private static final Pattern VAR =
      Pattern.compile("^\\s*(final )?var \\w+ (=|:)|[(]var \\w+ (=|:)");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX)\\b"); // tidy: names
  private static final Pattern SLEEPING = Pattern.compile("Thread\\.sleep\\("); // tidy: names them

  private final List<String> findings = new ArrayList<>();

  /// Everything untidy in these files, as `file:line: what`.
  static List<String> findings(List<Path> files) {
    Tidiness tidiness = new Tidiness();
    files.forEach(tidiness::checkText);
    tidiness.checkMethods(files);
    return tidiness.findings;
  }

  private void checkText(Path file) {
    List<String> lines = read(file);
    if (lines.size() > FILE_LINES_MAX && lines.stream().noneMatch(line -> line.contains(REASON))) {
      findings.add(file + ":1: " + lines.size() + " lines");
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String before = i == 0 ? "" : lines.get(i - 1);
      if (line.contains(REASON) || before.contains(REASON)) {
        continue;
      }
      String place = file + ":" + (i + 1) + ": ";
      if (line.length() > LINE_COLUMNS_MAX && !line.startsWith("import ")) {
        findings.add(place + line.length() + " columns");
      }
      if (VAR.matcher(line).find()) {
        findings.add(place + "the type is not written out");
      }
      if (UNFINISHED.matcher(line).find()) {
        findings.add(place + "unfinished");
      }
      // A paced loop of the product may sleep on its own thread; a test that sleeps only hopes.
      if (isTest(file) && SLEEPING.matcher(line).find()) {
        findings.add(place + "sleeps instead of waiting for something");
      }
    }
  }

  private static boolean isTest(Path file) {
    return !file.toString().contains("/src/main/");
  }

  private void checkMethods(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodLengths(unit, positions).scan(unit, null);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Measures each method from its first line to its last.
  private final class MethodLengths extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> lines;

    MethodLengths(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
      this.lines = read(Path.of(unit.getSourceFile().toUri()));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      LineMap map = unit.getLineMap();
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      if (start >= 0 && end >= 0) {
        long first = map.getLineNumber(start);
        long length = map.getLineNumber(end) - first + 1;
        boolean excused = first > 1 && lines.get((int) first - 2).contains(REASON);
        if (length > METHOD_LINES_MAX && !excused) {
          findings.add(
              unit.getSourceFile().getName() + ":" + first + ": a method of " + length + " lines");
        }
      }
      return super.visitMethod(method, null);
    }
  }
}
