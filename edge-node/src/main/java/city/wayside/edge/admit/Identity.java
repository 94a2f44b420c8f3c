package city.wayside.edge.admit;

/// For which stations a client may speak.
public enum Identity {
  /// Any client for any station, as road-side units and trials need it.
  OPEN,
  /// A client for the one station whose id in decimal is its user name, or its client id when it
  /// has no user name.
  CLIENT_IS_STATION
}
