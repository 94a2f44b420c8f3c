package city.wayside.road.tally;

import java.util.ArrayList;
import java.util.List;

/// A share of the segments: a hash table from segment and window to sums. Guarded by itself.
final class Stripe {

  private static final int SLOTS_FIRST = 64;

  private OpenTally[] slots = new OpenTally[SLOTS_FIRST];
  private int size;
  private final List<OpenTally> changed = new ArrayList<>();
  private final StandingVehicles standing = new StandingVehicles();

  /// The sums of a segment and window, or `null` when they are not open.
  @org.jspecify.annotations.Nullable
  OpenTally find(int segment, int window) {
    return slots[slotOf(slots, segment, window)];
  }

  OpenTally open(int segment, int window) {
    if (size * 2 >= slots.length) {
      rebuild(slots.length * 2, Integer.MIN_VALUE);
    }
    OpenTally opened = new OpenTally(segment, window);
    slots[slotOf(slots, segment, window)] = opened;
    size++;
    return opened;
  }

  void markChanged(OpenTally tally) {
    if (!tally.isChanged) {
      tally.isChanged = true;
      changed.add(tally);
    }
  }

  /// The vehicles that stand on these segments.
  StandingVehicles standing() {
    return standing;
  }

  List<OpenTally> changed() {
    return changed;
  }

  /// Closes all windows before one.
  ///
  /// @return how many were closed
  int closeBefore(int window) {
    int before = size;
    rebuild(slots.length, window);
    return before - size;
  }

  private void rebuild(int slotCount, int windowFirst) {
    OpenTally[] rebuilt = new OpenTally[slotCount];
    size = 0;
    for (OpenTally tally : slots) {
      if (tally != null && tally.window >= windowFirst) {
        rebuilt[slotOf(rebuilt, tally.segment, tally.window)] = tally;
        size++;
      }
    }
    slots = rebuilt;
  }

  private static int slotOf(OpenTally[] slots, int segment, int window) {
    int hash = (segment * 0x9E3779B1) ^ (window * 0x85EBCA6B);
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != null
        && (slots[slot].segment != segment || slots[slot].window != window)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
