package city.wayside.town.clients;

import java.io.Serial;
import java.util.List;

/// Clients cannot be had or kept: a file cannot be read, used or written, or the grid does not
/// answer. The message says everything that is wrong.
public final class ClientsException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// So many problems are told.
  static final int PROBLEMS_TOLD_MAX = 20;

  /// With a message for the operator.
  public ClientsException(String message) {
    super(message);
  }

  /// With every problem in a line.
  static ClientsException of(List<String> problems) {
    String told =
        String.join("\n", problems.subList(0, Math.min(problems.size(), PROBLEMS_TOLD_MAX)));
    int untold = problems.size() - PROBLEMS_TOLD_MAX;
    return new ClientsException(untold > 0 ? told + "\nand " + untold + " more" : told);
  }
}
