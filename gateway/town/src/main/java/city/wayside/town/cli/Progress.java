package city.wayside.town.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// One line of progress that is written over; only on a terminal, so that logs stay readable.
final class Progress {

  private final PrintWriter err;
  private final boolean shown =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);

  Progress(PrintWriter err) {
    this.err = err;
  }

  /// Shows a line in the place of the one before.
  void show(String line) {
    if (shown) {
      err.print("\r" + line + "\033[K");
      err.flush();
    }
  }

  /// Ends the line.
  void end() {
    if (shown) {
      err.println();
    }
  }
}
