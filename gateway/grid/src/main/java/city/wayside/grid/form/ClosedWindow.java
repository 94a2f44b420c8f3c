package city.wayside.grid.form;

import java.util.Arrays;

/// What is known of a closed window as a whole: a window without traffic has no chunks, and is
/// closed nevertheless.
///
/// @param revision how often it was revised
/// @param chunks the numbers of its chunks, ascending
public record ClosedWindow(int revision, int[] chunks) {

  @Override
  public boolean equals(Object other) {
    return other instanceof ClosedWindow window
        && revision == window.revision
        && Arrays.equals(chunks, window.chunks);
  }

  @Override
  public int hashCode() {
    return 31 * revision + Arrays.hashCode(chunks);
  }
}
