package city.wayside.town.cli;

import picocli.CommandLine.Option;

/// The option that every command has; mixed into each by [Wayside].
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean requested;

  /// True when help was asked for.
  boolean requested() {
    return requested;
  }
}
