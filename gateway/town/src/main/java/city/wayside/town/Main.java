package city.wayside.town;

import city.wayside.town.cli.Terminal;
import city.wayside.town.cli.Wayside;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where the program starts: `wayside <command>`.
public final class Main {

  private Main() {}

  /// Runs one command and exits with its code.
  public static void main(String[] words) {
    Terminal terminal =
        new Terminal(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
            new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
            System.getenv());
    System.exit(Wayside.run(terminal, words));
  }
}
