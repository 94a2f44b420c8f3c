package city.wayside.town.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// What a command said, and its exit code.
///
/// @param exitCode what the process would answer with
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Spoken(int exitCode, String out, String err) {

  /// Runs a command in this process.
  static Spoken by(String... words) {
    return with(Map.of(), words);
  }

  /// Runs a command with environment variables.
  static Spoken with(Map<String, String> environment, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Wayside.run(new Terminal(new PrintWriter(out), new PrintWriter(err), environment), words);
    return new Spoken(exitCode, out.toString(), err.toString());
  }
}
