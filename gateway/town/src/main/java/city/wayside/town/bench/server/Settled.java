package city.wayside.town.bench.server;

/// Messages that a server has dealt with.
///
/// @param kept messages that it stored, or that a peer forwarded
/// @param refused messages that it turned away, whatever the sender was told
public record Settled(long kept, long refused) {

  /// All of them.
  public long total() {
    return kept + refused;
  }

  /// Those since.
  public Settled since(Settled before) {
    return new Settled(kept - before.kept, refused - before.refused);
  }
}
