package city.wayside.grid.rollup;

import city.wayside.model.traffic.TravelTimeSketch;
import java.util.Map;

/// Where what was learned of speeds is kept, so that another member can go on from there. Blocks;
/// for virtual threads.
public interface SpeedStore {

  /// All that is kept of a network: for each segment how long a kilometre took in each window.
  Map<Integer, TravelTimeSketch> paces(String networkVersion);

  /// Keeps the paces of some segments.
  void put(String networkVersion, Map<Integer, TravelTimeSketch> paces);
}
