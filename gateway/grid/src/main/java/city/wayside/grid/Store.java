package city.wayside.grid;

/// The names of everything that is stored in the grid.
final class Store {

  /// Station id to newest state.
  static final String STATIONS = "stations";

  /// Before the network version: one map of tallies for each network, because a segment index means
  /// nothing without its network. Edge nodes with an old network do not disturb the new one's sums.
  static final String TALLIES_PREFIX = "tallies-";

  /// Before the network version: segment index to what was learned of its speeds.
  static final String SPEEDS_PREFIX = "speeds-";

  /// Segment id to what its counter and the reports say together.
  static final String PLACES = "places";

  /// Chunk key to records of closed windows.
  static final String TRAFFIC = "traffic";

  /// Chunk key with chunk [#WHOLE] to what is known of a closed window as a whole.
  static final String WINDOWS = "windows";

  /// The chunk number in the keys of [#WINDOWS].
  static final int WHOLE = -1;

  /// Chunk key with chunk [#WHOLE] to how many vehicles were in the zones.
  static final String ZONES = "zones";

  /// Name to a single number: how far the roll-up has come, where the cursors begin.
  static final String MARKS = "marks";

  /// The stream of changes.
  static final String CHANGES = "changes";

  /// The log of what goes down.
  static final String DOWNLINK = "downlink";

  /// Topic to the message that is retained for it.
  static final String RETAINED = "retained";

  /// Client id to its session.
  static final String SESSIONS = "sessions";

  /// Event key to the newest message about the event.
  static final String EVENTS = "events";

  /// Edge node and client to what is known of the client there.
  static final String CLIENT_FIGURES = "client-figures";

  /// The newest refusals of all edge nodes.
  static final String REFUSALS = "refusals";

  /// One entry in each partition, see [BackupFence].
  static final String FENCES = "fences";

  /// Client name to what the registry knows of it.
  static final String CLIENTS = "clients";

  private Store() {}

  /// The bell of a ring, see [NumberedRing].
  static String bellOf(String ring) {
    return ring + "-bell";
  }
}
