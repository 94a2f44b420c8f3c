package city.wayside.edge.access;

/// Judges clients that are already in.
@FunctionalInterface
public interface Review {

  /// What is now true of a client.
  ///
  /// @param before how it came in, or what the last review said
  /// @return `before` itself when nothing has changed
  Entry of(Entry.Admitted before);
}
