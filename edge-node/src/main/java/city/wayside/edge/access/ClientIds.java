package city.wayside.edge.access;

/// Which client ids a registered client may use.
public enum ClientIds {
  /// Any that it likes.
  ANY,
  /// Its name.
  NAME,
  /// Its name, or its name followed by `-` or `/` and anything.
  NAME_AND_SUFFIX
}
