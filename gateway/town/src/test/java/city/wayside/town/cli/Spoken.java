package city.wayside.town.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
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
    return spoken("", environment, words);
  }

  /// Runs a command that is given a text on its standard input.
  static Spoken piped(String input, String... words) {
    return spoken(input, Map.of(), words);
  }

  private static Spoken spoken(String input, Map<String, String> environment, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new BufferedReader(new StringReader(input)),
            new PrintWriter(out),
            new PrintWriter(err),
            environment);
    int exitCode = Wayside.run(terminal, words);
    return new Spoken(exitCode, out.toString(), err.toString());
  }
}
