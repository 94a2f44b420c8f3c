package city.wayside.town.bench.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a server under test is started.
///
/// @param certificate with which it also speaks TLS; nothing for plain TCP alone
/// @param settings environment variables for ours, beside those that the benchmark needs
public record StartOptions(@Nullable Certificate certificate, Map<String, String> settings) {

  /// Takes a copy.
  public StartOptions {
    settings = Map.copyOf(settings);
  }
}
