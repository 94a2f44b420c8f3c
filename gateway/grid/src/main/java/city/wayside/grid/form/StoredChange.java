package city.wayside.grid.form;

import java.util.Arrays;

/// A closed or revised window in the stream of changes: which records, not the records themselves,
/// so that hours of changes fit into a few megabytes however large the city is.
///
/// @param lengthS the window's length in seconds
/// @param startMs the window's start, milliseconds since 1970
/// @param revision the window's revision
/// @param chunks the chunks with changed records, ascending
/// @param marks for each of these chunks, the bits of the changed records, see [ChunkKey#bit]
public record StoredChange(int lengthS, long startMs, int revision, int[] chunks, long[] marks) {

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredChange change
        && lengthS == change.lengthS
        && startMs == change.startMs
        && revision == change.revision
        && Arrays.equals(chunks, change.chunks)
        && Arrays.equals(marks, change.marks);
  }

  @Override
  public int hashCode() {
    int hash = 31 * (31 * lengthS + Long.hashCode(startMs)) + revision;
    return 31 * (31 * hash + Arrays.hashCode(chunks)) + Arrays.hashCode(marks);
  }
}
