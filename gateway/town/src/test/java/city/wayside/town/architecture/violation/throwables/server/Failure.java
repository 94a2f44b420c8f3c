package city.wayside.town.architecture.violation.throwables.server;

/// Breaks the rule of throwables: `catch (Exception e)` does not see it.
final class Failure extends Throwable {
  private static final long serialVersionUID = 1L;
}
