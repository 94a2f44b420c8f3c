package city.wayside.edge.inbound;

/// Is told when the grid takes nothing any more, and when it does again.
@FunctionalInterface
public interface PauseListener {

  /// Stops or goes on reading from clients; returns at once. One thread, not an event loop's.
  ///
  /// @param mustPause true to stop, false to go on
  void pausing(boolean mustPause);
}
