package city.wayside.grid.form;

import city.wayside.model.traffic.WindowLength;

/// Which records of a closed window a chunk holds: those of [#SEGMENTS] consecutive segment
/// indexes.
///
/// @param lengthS the window's length in seconds
/// @param startMs the window's start, milliseconds since 1970
/// @param chunk the chunk's number: segment index divided by [#SEGMENTS]
public record ChunkKey(int lengthS, long startMs, int chunk) {

  /// How many segments share a chunk: few enough that reading one record of it is cheap, many
  /// enough that a window of 20,000 segments is 313 entries; and the bits of a `long`, which marks
  /// the changed ones.
  public static final int SEGMENTS = 64;

  /// The chunk of a window that holds a segment.
  public static ChunkKey of(WindowLength length, long startMs, int segmentIndex) {
    return new ChunkKey(length.lengthS(), startMs, segmentIndex / SEGMENTS);
  }

  /// The bit that stands for a segment in its chunk.
  public static long bit(int segmentIndex) {
    return 1L << (segmentIndex % SEGMENTS);
  }
}
