package city.wayside.town.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// A configuration cannot be used; says everything that is wrong with it.
public final class ConfigException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /// With one problem or more.
  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// Everything that is wrong, in the order of the file, then of the environment.
  public List<Problem> problems() {
    return problems;
  }
}
