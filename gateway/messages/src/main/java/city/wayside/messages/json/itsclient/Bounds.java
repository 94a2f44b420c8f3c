package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.signal.IntersectionKey;

/// Checks what is to be written against what the fields of a message hold.
final class Bounds {

  private static final int ID_MAX = 65_535;
  private static final int REVISION_MAX = 127;

  private Bounds() {}

  /// The value, which must be in its range.
  static long require(String what, long value, long min, long max) throws Rejection {
    if (value < min || value > max) {
      throw new Rejection(
          Refusal.OUT_OF_RANGE,
          what + " is " + value + ", must be a whole number from " + min + " to " + max);
    }
    return value;
  }

  /// Checks how many there are of something.
  static void requireCount(String what, int count, int min, int max) throws Rejection {
    if (count < min || count > max) {
      throw new Rejection(
          Refusal.OUT_OF_RANGE,
          "there are " + count + " " + what + ", must be from " + min + " to " + max);
    }
  }

  /// Checks an intersection's numbers.
  static void requireIntersection(IntersectionKey key) throws Rejection {
    require("region", key.regionId(), 0, ID_MAX);
    require("intersection", key.intersectionId(), 0, ID_MAX);
  }

  /// The revision of a map, which must be in its range.
  static long requireRevision(int revision) throws Rejection {
    return require("revision", revision, 0, REVISION_MAX);
  }
}
