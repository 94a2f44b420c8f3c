package city.wayside.kit.load;

import java.util.Arrays;

/// The unanswered messages of one connection, each in the slot of its packet id: found at once, and
/// never more than there are slots.
final class Slots {

  /// A power of two.
  static final int COUNT = 64;

  private static final int IDS = 65_535;
  private static final long FREE = Long.MIN_VALUE;

  private final long[] dueNs = new long[COUNT];
  private final int[] packetIds = new int[COUNT];
  private final int[] sequences = new int[COUNT];
  private final Stream[] streams = new Stream[COUNT];
  private int lastPacketId;
  private int used;

  Slots() {
    Arrays.fill(dueNs, FREE);
    Arrays.fill(streams, Stream.BEACON_QOS_1);
  }

  int used() {
    return used;
  }

  /// Takes a slot.
  ///
  /// @param sequence tells hazards of the same vehicle apart
  /// @return its packet id, 1 to 65,535; 0 when none is free
  int take(Stream stream, int sequence, long sinceNs) {
    if (used == COUNT) {
      return 0;
    }
    int slot;
    do {
      lastPacketId = lastPacketId % IDS + 1;
      slot = lastPacketId % COUNT;
    } while (dueNs[slot] != FREE);
    dueNs[slot] = sinceNs;
    packetIds[slot] = lastPacketId;
    sequences[slot] = sequence;
    streams[slot] = stream;
    used++;
    return lastPacketId;
  }

  /// The slot of an unanswered message, or -1.
  int find(int packetId) {
    int slot = packetId % COUNT;
    return dueNs[slot] != FREE && packetIds[slot] == packetId ? slot : -1;
  }

  Stream stream(int slot) {
    return streams[slot];
  }

  int sequence(int slot) {
    return sequences[slot];
  }

  long sinceNs(int slot) {
    return dueNs[slot];
  }

  /// Frees a slot.
  void free(int slot) {
    dueNs[slot] = FREE;
    used--;
  }

  /// True when a message waits in this slot for longer than that.
  boolean isOlder(int slot, long nowNs, long ageNs) {
    return dueNs[slot] != FREE && nowNs - dueNs[slot] > ageNs;
  }
}
