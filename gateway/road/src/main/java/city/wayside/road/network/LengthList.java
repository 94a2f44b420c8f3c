package city.wayside.road.network;

import java.util.Arrays;

/// A growing list of lengths in metres, for building.
final class LengthList {

  private double[] lengthM = new double[64];
  private int size;

  void add(double itemM) {
    if (size == lengthM.length) {
      lengthM = Arrays.copyOf(lengthM, size * 2);
    }
    lengthM[size++] = itemM;
  }

  double[] toArray() {
    return Arrays.copyOf(lengthM, size);
  }
}
