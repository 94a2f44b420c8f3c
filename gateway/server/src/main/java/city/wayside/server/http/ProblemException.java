package city.wayside.server.http;

import java.io.Serial;

/// Leaves a route's code with a problem for the client; caught in one place. Without stack trace,
/// for it tells of the client's fault, not of ours.
public final class ProblemException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /// Carries a problem.
  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /// What the client is to be told.
  public Problem problem() {
    return problem;
  }
}
