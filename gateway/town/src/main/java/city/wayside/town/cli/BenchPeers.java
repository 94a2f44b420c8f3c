package city.wayside.town.cli;

import city.wayside.town.bench.server.Peer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Which peers a benchmark measures; mixed into its command.
final class BenchPeers {

  private static final String NONE = "none";

  @Option(
      names = "--peers",
      paramLabel = "LIST",
      description = {
        "Servers of others to measure in the same run: mosquitto, hivemq, both with a comma"
            + " between, or none.",
        "Default: those that the benchmark knows and that are there."
      })
  private String peers = "";

  /// The peers asked for.
  ///
  /// @param known those that the benchmark can measure; all of them when none is named
  List<Peer> of(Peer... known) throws CommandFailed {
    if (peers.isEmpty()) {
      return List.of(known);
    }
    if (peers.equals(NONE)) {
      return List.of();
    }
    List<Peer> found = new ArrayList<>();
    for (String word : peers.split(",", -1)) {
      found.add(
          Arrays.stream(known)
              .filter(peer -> peer.word().equals(word))
              .findFirst()
              .orElseThrow(() -> unknown(word, known)));
    }
    return found;
  }

  private static CommandFailed unknown(String word, Peer... allowed) {
    return CommandFailed.usage(
        "--peers has \"%s\"; allowed are %s,none"
            .formatted(
                word, Arrays.stream(allowed).map(Peer::word).collect(Collectors.joining(","))));
  }
}
