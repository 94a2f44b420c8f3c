package city.wayside.kit.fleet;

import java.util.Map;

/// What became of the clients' connections.
///
/// @param open connections that are open now
/// @param opened connections that a server accepted
/// @param failed connections that never came to be, by reason
/// @param dropped accepted connections that ended without the client's wish, by reason
public record Connections(
    int open, long opened, Map<String, Long> failed, Map<String, Long> dropped) {

  /// Takes copies.
  public Connections {
    failed = Map.copyOf(failed);
    dropped = Map.copyOf(dropped);
  }

  /// Failed connections for whatever reason.
  public long failedCount() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }
}
