package city.wayside.model.config;

/// A password, token or key. Never shown: `toString` hides it, so no log line can leak it.
///
/// In a configuration file a secret is given as `{ file: /path }`, read once at start without its
/// trailing line break, or by an environment variable; never as plain text.
///
/// @param value the secret itself
public record Secret(String value) {

  @Override
  public String toString() {
    return "(secret)";
  }
}
