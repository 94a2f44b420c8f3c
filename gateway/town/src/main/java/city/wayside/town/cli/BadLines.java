package city.wayside.town.cli;

import city.wayside.kit.trace.BadLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Shows the first bad lines of a trace, and counts the rest.
final class BadLines implements Consumer<BadLine> {

  private static final int SHOWN_MAX = 5;

  private final PrintWriter err;
  private final Path file;
  private long count;

  BadLines(PrintWriter err, Path file) {
    this.err = err;
    this.file = file;
  }

  @Override
  public void accept(BadLine bad) {
    if (++count <= SHOWN_MAX) {
      err.println(file + ":" + bad.lineNumber() + ": skipped: " + bad.reason());
    }
  }

  /// Says how many were not shown.
  void summarize() {
    if (count > SHOWN_MAX) {
      err.println(file + ": " + (count - SHOWN_MAX) + " more lines were skipped");
    }
  }
}
