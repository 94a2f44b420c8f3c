package city.wayside.town.config;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The environment variables that override keys. An empty variable counts as not set.
///
/// Kubernetes puts the addresses of services into the environment of every pod, named after the
/// service: `WAYSIDE_PORT=tcp://10.0.0.7:8080`, `WAYSIDE_EDGE_SERVICE_HOST=10.0.0.7`. Those are not
/// ours and are passed over.
final class Environment {

  /// What the variable of a secret ends in when it names the file that holds it.
  static final String FILE_SUFFIX = "_FILE";

  /// Read by the launcher script, and no key.
  private static final Set<String> LAUNCHER = Set.of("WAYSIDE_JAVA_OPTS");

  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "WAYSIDE_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)(_.+)?)");

  private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

  private final Map<String, String> variables = new TreeMap<>();

  /// Keeps those of the variables that are ours.
  Environment(Map<String, String> all) {
    all.forEach((name, value) -> {
      if (name.startsWith(EnvironmentName.PREFIX)
          && !value.isEmpty()
          && !LAUNCHER.contains(name)
          && !isServiceLink(name, value)) {
        variables.put(name, value);
      }
    });
  }

  /// The value of a variable.
  Optional<Given.Scalar> value(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(value -> new Given.Scalar(place(name), value));
  }

  /// True when a variable sets a key or anything in a section.
  boolean touches(Item.Section section) {
    return Schema.keys(section)
        .map(Item.Key::environmentName)
        .anyMatch(name -> variables.containsKey(name) || variables.containsKey(name + FILE_SUFFIX));
  }

  /// Adds a problem for each variable that is the name of no key.
  void refuseUnknown(Collection<Item.Key> keys, Problems problems) {
    Set<String> known = new java.util.TreeSet<>();
    for (Item.Key key : keys) {
      known.add(key.environmentName());
      if (key.type() == ValueType.SECRET) {
        known.add(key.environmentName() + FILE_SUFFIX);
      }
    }
    for (String name : variables.keySet()) {
      if (!known.contains(name)) {
        String remedy =
            Suggestion.nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("the reference of all keys is docs/CONFIGURATION.md");
        problems.add(place(name), "", "is the variable of no key", remedy);
      }
    }
  }

  private static boolean isServiceLink(String name, String value) {
    return SERVICE_LINK.matcher(name).matches()
        || (name.endsWith("_PORT") && SERVICE_ADDRESS.matcher(value).matches());
  }

  private static Place place(String name) {
    return Place.of("environment variable " + name);
  }
}
