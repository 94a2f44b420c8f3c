package city.wayside.road.network;

/// Where a segment lies among those that cross it above or below (wiki.openstreetmap.org,
/// Key:layer). One byte in memory.
///
/// @param layer 0 on the ground, above it 1, 2, ..., below it -1, -2, ...; -[#LAYER_MAX] to
///   [#LAYER_MAX]
/// @param isBridge true on a bridge
/// @param isTunnel true in a tunnel
public record Level(int layer, boolean isBridge, boolean isTunnel) {

  /// How far above or below the ground a layer may be.
  public static final int LAYER_MAX = 15;

  /// On the ground; also where nothing is known.
  public static final Level GROUND = new Level(0, false, false);

  private static final int BRIDGE = 0x40;
  private static final int TUNNEL = 0x20;
  private static final int LAYER_BITS = 0x1F;
  private static final int LAYER_ZERO = 16;

  /// Refuses a layer that is out of range.
  public Level {
    if (layer < -LAYER_MAX || layer > LAYER_MAX) {
      throw new IllegalArgumentException(
          "layer " + layer + ": allowed is " + -LAYER_MAX + " to " + LAYER_MAX);
    }
  }

  byte packed() {
    int flags = (isBridge ? BRIDGE : 0) | (isTunnel ? TUNNEL : 0);
    return (byte) (flags | (layer + LAYER_ZERO));
  }

  static Level unpacked(byte packed) {
    int layer = (packed & LAYER_BITS) - LAYER_ZERO;
    return new Level(layer, (packed & BRIDGE) != 0, (packed & TUNNEL) != 0);
  }
}
