package city.wayside.road.tally;

import city.wayside.model.traffic.StationSketch;
import java.util.Arrays;

/// A [StationSketch] that grows in place.
final class StationSet {

  private static final int FIRST = 4;

  private long[] hashes = new long[FIRST];
  private int size;
  private long newest;

  void add(long stationId) {
    long hash = StationSketch.hash(stationId);
    if (size > 0 && hash == newest) {
      return;
    }
    newest = hash;
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(hashes[middle], hash);
      if (order == 0) {
        return;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    insert(low, hash);
  }

  private void insert(int place, long hash) {
    if (place == StationSketch.CAPACITY) {
      return;
    }
    if (size == hashes.length && size < StationSketch.CAPACITY) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    int moved = Math.min(size, StationSketch.CAPACITY - 1) - place;
    System.arraycopy(hashes, place, hashes, place + 1, moved);
    hashes[place] = hash;
    size = Math.min(size + 1, StationSketch.CAPACITY);
  }

  StationSketch sketch() {
    return size == 0 ? StationSketch.EMPTY : new StationSketch(Arrays.copyOf(hashes, size));
  }
}
