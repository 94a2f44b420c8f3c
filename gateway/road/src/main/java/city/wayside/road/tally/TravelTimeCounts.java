package city.wayside.road.tally;

import city.wayside.model.traffic.TravelTimeSketch;
import java.util.Arrays;

/// A [TravelTimeSketch] that grows in place.
final class TravelTimeCounts {

  private static final int FIRST = 4;

  private int[] bins = new int[0];
  private int[] counts = new int[0];
  private int size;

  void add(double timeMs) {
    int bin = TravelTimeSketch.bin(timeMs);
    int place = Arrays.binarySearch(bins, 0, size, bin);
    if (place >= 0) {
      counts[place]++;
      return;
    }
    place = -place - 1;
    if (size == bins.length) {
      int larger = Math.max(FIRST, size * 2);
      bins = Arrays.copyOf(bins, larger);
      counts = Arrays.copyOf(counts, larger);
    }
    System.arraycopy(bins, place, bins, place + 1, size - place);
    System.arraycopy(counts, place, counts, place + 1, size - place);
    bins[place] = bin;
    counts[place] = 1;
    size++;
  }

  TravelTimeSketch sketch() {
    return size == 0
        ? TravelTimeSketch.EMPTY
        : new TravelTimeSketch(Arrays.copyOf(bins, size), Arrays.copyOf(counts, size));
  }
}
