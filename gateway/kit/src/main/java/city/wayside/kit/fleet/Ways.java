package city.wayside.kit.fleet;

import city.wayside.road.network.RoadNetwork;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The segments of a network on which one can drive on for ever: those that lead to no dead end
/// only.
public final class Ways {

  private final RoadNetwork network;
  private final boolean[] goesOn;
  private final int[] starts;

  /// Finds them.
  ///
  /// @throws IllegalArgumentException when the network has none
  public Ways(RoadNetwork network) {
    this.network = network;
    this.goesOn = new boolean[network.segmentCount()];
    Arrays.fill(goesOn, true);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int segment = 0; segment < goesOn.length; segment++) {
        if (goesOn[segment] && onward(segment).length == 0) {
          goesOn[segment] = false;
          changed = true;
        }
      }
    }
    int count = 0;
    int[] found = new int[goesOn.length];
    for (int segment = 0; segment < goesOn.length; segment++) {
      if (goesOn[segment]) {
        found[count++] = segment;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("the network has no way that goes on");
    }
    this.starts = Arrays.copyOf(found, count);
  }

  RoadNetwork network() {
    return network;
  }

  /// Some segment to start on.
  int anywhere(RandomGenerator dice) {
    return starts[dice.nextInt(starts.length)];
  }

  /// Some segment to go on to.
  int after(int segment, RandomGenerator dice) {
    int[] choices = onward(segment);
    return choices[dice.nextInt(choices.length)];
  }

  private int[] onward(int segment) {
    return Arrays.stream(network.successors(segment)).filter(next -> goesOn[next]).toArray();
  }
}
