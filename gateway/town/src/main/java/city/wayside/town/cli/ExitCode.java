package city.wayside.town.cli;

/// What the process answers with.
public final class ExitCode {

  /// Done.
  public static final int OK = 0;

  /// Asked rightly, but it went wrong.
  public static final int FAILED = 1;

  /// Bad usage or configuration.
  public static final int USAGE = 2;

  private ExitCode() {}
}
