package city.wayside.edge.access;

/// Who is let in.
public enum AccessMode {
  /// Everybody, under the name that it gives itself.
  OPEN,
  /// Whoever proves to be in the registry, or to have a token of the issuer.
  REGISTERED
}
