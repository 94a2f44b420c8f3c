package city.wayside.town.bench.coap;

import city.wayside.town.bench.server.Memory;
import java.util.Locale;

/// What sessions that say nothing cost a server.
///
/// @param connections how many sessions
/// @param before memory when few had come and gone
/// @param connected memory with all of them
record CoapMemory(int connections, Memory before, Memory connected) {

  private static final double BYTES_PER_MIB = 1024 * 1024;

  /// What was found, in one line.
  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-12s memory: KiB a session: %.1f needed = heap in use %.1f + outside the heap %.1f;"
            + " resident set %.1f (%.0f to %.0f MiB), heap in use %.0f to %.0f MiB",
        name,
        connected.neededKib(before, connections),
        connected.heapKib(before, connections),
        connected.outsideKib(before, connections),
        connected.residentKib(before, connections),
        before.residentBytes() / BYTES_PER_MIB,
        connected.residentBytes() / BYTES_PER_MIB,
        before.usedHeapBytes() / BYTES_PER_MIB,
        connected.usedHeapBytes() / BYTES_PER_MIB);
  }
}
