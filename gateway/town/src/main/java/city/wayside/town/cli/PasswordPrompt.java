package city.wayside.town.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the person at the terminal for a new password.
final class PasswordPrompt {

  private PasswordPrompt() {}

  /// A password that was typed twice alike.
  static String ask() throws CommandFailed {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                CommandFailed.usage(
                    "--password has nobody to ask: there is no terminal; allowed are"
                        + " --password-stdin and --generate-password"));
    char @Nullable [] once = console.readPassword("New password: ");
    char @Nullable [] again = console.readPassword("The same again: ");
    if (once == null || !Arrays.equals(once, again)) {
      throw CommandFailed.usage("the passwords are not the same; type the same one twice");
    }
    return new String(once);
  }
}
