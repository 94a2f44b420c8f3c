package city.wayside.town.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a configuration into its record.
///
/// @param <C> the record of settings
public final class ConfigReader<C extends Record> {

  private final Class<C> type;
  private final Map<String, String> variables;

  /// A reader for a record of settings, with the environment's variables.
  public ConfigReader(Class<C> type, Map<String, String> variables) {
    this.type = type;
    this.variables = Map.copyOf(variables);
  }

  /// The configuration in a file, overridden by the environment.
  ///
  /// @throws ConfigException with everything that is wrong
  public C read(Path file) throws ConfigException {
    Problems problems = new Problems();
    Optional<Given.Fields> given = YamlFile.read(file, problems);
    if (given.isEmpty()) {
      throw new ConfigException(problems.all());
    }
    return bind(given.get(), problems);
  }

  /// The configuration without a file: defaults, overridden by the environment.
  ///
  /// @throws ConfigException with everything that is wrong
  public C defaults() throws ConfigException {
    return bind(new Given.Fields(Place.of("defaults"), List.of()), new Problems());
  }

  private C bind(Given.Fields given, Problems problems) throws ConfigException {
    Record bound = new Binder(Schema.of(type), new Environment(variables), problems).bind(given);
    if (bound == null) {
      throw new ConfigException(inOrder(problems.all()));
    }
    return type.cast(bound);
  }

  /// Those of the file first, in its order, so that it can be mended from top to bottom.
  private static List<Problem> inOrder(List<Problem> problems) {
    Stream<Problem> file = problems.stream().filter(problem -> problem.line() > 0);
    Stream<Problem> others = problems.stream().filter(problem -> problem.line() == 0);
    return Stream.concat(
            file.sorted(
                java.util.Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)),
            others)
        .toList();
  }
}
