package city.wayside.road.match;

/// Pieces of way that a vehicle has just been found to have driven: on which segment, from where to
/// where, from when to when. A reusable buffer: valid until its trajectory is matched again.
public final class Passages {

  /// How many pieces.
  public int count() {
    throw new UnsupportedOperationException("not yet");
  }

  /// The segment of a piece.
  public int segmentIndex(int piece) {
    throw new UnsupportedOperationException("piece " + piece);
  }
}
