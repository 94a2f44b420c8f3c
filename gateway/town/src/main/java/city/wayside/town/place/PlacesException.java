package city.wayside.town.place;

import java.io.Serial;
import java.util.List;

/// A file of corridors or zones cannot be used. The message says everything that is wrong.
public final class PlacesException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// So many problems are told.
  static final int PROBLEMS_TOLD_MAX = 20;

  PlacesException(String message) {
    super(message);
  }

  /// With every problem in a line.
  static PlacesException of(List<String> problems) {
    String told =
        String.join("\n", problems.subList(0, Math.min(problems.size(), PROBLEMS_TOLD_MAX)));
    int untold = problems.size() - PROBLEMS_TOLD_MAX;
    return new PlacesException(untold > 0 ? told + "\nand " + untold + " more" : told);
  }
}
