package city.wayside.town.cli;

import city.wayside.town.bench.server.Peer;
import city.wayside.town.bench.server.WaysideContender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// The options of benchmarks that start servers; mixed into each.
final class BenchServers {

  private static final String NONE = "none";

  @Option(
      names = "--peers",
      paramLabel = "LIST",
      description = {
        "Servers of others to measure in the same run: mosquitto, hivemq, both with a comma"
            + " between, or none.",
        "Default: those that the benchmark names and that are there."
      })
  private String peers = "";

  @Option(
      names = "--set",
      paramLabel = "WAYSIDE_KEY=VALUE",
      description = "A setting for the server under test, as an environment variable; repeatable.")
  private Map<String, String> settings = new TreeMap<>();

  /// The peers asked for.
  ///
  /// @param otherwise when none is named
  List<Peer> peers(Peer... otherwise) throws CommandFailed {
    if (peers.isEmpty()) {
      return List.of(otherwise);
    }
    if (peers.equals(NONE)) {
      return List.of();
    }
    List<Peer> found = new ArrayList<>();
    for (String word : peers.split(",", -1)) {
      found.add(
          Arrays.stream(otherwise)
              .filter(peer -> peer.word().equals(word))
              .findFirst()
              .orElseThrow(() -> unknown(word, otherwise)));
    }
    return found;
  }

  private static CommandFailed unknown(String word, Peer... allowed) {
    return CommandFailed.usage(
        "--peers has \"%s\"; allowed are %s,none"
            .formatted(
                word,
                Arrays.stream(allowed).map(Peer::word).collect(Collectors.joining(","))));
  }

  /// The settings for our server.
  Map<String, String> settings() throws CommandFailed {
    for (String name : settings.keySet()) {
      if (!name.startsWith(WaysideContender.SETTING)) {
        throw CommandFailed.usage("--set has \"" + name + "\"; allowed is WAYSIDE_KEY=VALUE");
      }
    }
    return settings;
  }
}
