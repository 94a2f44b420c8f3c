package city.wayside.kit.mqtt;

import java.util.Arrays;

/// The messages of one connection that are sent and not acknowledged, each with the time since when
/// it counts. Small: a vehicle has a few, and they are looked through in turn.
final class InFlight {

  private int[] packetIds = new int[4];
  private long[] givenNs = new long[4];
  private int count;

  int count() {
    return count;
  }

  void add(int packetId, long sinceNs) {
    if (count == packetIds.length) {
      packetIds = Arrays.copyOf(packetIds, 2 * count);
      givenNs = Arrays.copyOf(givenNs, 2 * count);
    }
    packetIds[count] = packetId;
    givenNs[count++] = sinceNs;
  }

  /// The place of a message, or -1.
  int find(int packetId) {
    for (int place = 0; place < count; place++) {
      if (packetIds[place] == packetId) {
        return place;
      }
    }
    return -1;
  }

  long sinceNs(int place) {
    return givenNs[place];
  }

  /// Takes one out; the last one takes its place.
  void remove(int place) {
    count--;
    packetIds[place] = packetIds[count];
    givenNs[place] = givenNs[count];
  }

  /// Takes out all that count since longer than that.
  ///
  /// @return how many
  int removeOlder(long nowNs, long ageNs) {
    int before = count;
    for (int place = count - 1; place >= 0; place--) {
      if (nowNs - givenNs[place] > ageNs) {
        remove(place);
      }
    }
    return before - count;
  }

  void clear() {
    count = 0;
  }
}
