package city.wayside.town.cli;

import java.io.Serial;

/// A command cannot do what was asked; the message is for the person who asked.
public final class CommandFailed extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailed(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /// It was asked wrongly: exit code 2.
  static CommandFailed usage(String message) {
    return new CommandFailed(ExitCode.USAGE, message);
  }

  /// It was asked rightly and went wrong: exit code 1.
  static CommandFailed failed(String message) {
    return new CommandFailed(ExitCode.FAILED, message);
  }

  /// What the process answers with.
  int exitCode() {
    return exitCode;
  }
}
