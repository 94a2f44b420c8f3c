package city.wayside.town.bench.server;

/// A server's memory at one moment, after it has collected its garbage.
///
/// The resident set alone misleads for a server with a heap: what was touched once stays resident
/// when it is free again, so new connections may find their place in it, or leave garbage there.
/// The part of the heap in use and the resident set outside the heap together are what is needed.
///
/// @param residentBytes the resident set of its process
/// @param residentHeapBytes the part of that which lies in its heap, 0 without one
/// @param usedHeapBytes the part of its heap that is in use, 0 without one
public record Memory(long residentBytes, long residentHeapBytes, long usedHeapBytes) {

  private static final double BYTES_PER_KIB = 1024;

  /// How much more of the resident set each connection has than before, in KiB.
  public double residentKib(Memory before, int connections) {
    return kib(residentBytes - before.residentBytes, connections);
  }

  /// How much more of the heap in use each connection has than before, in KiB.
  public double heapKib(Memory before, int connections) {
    return kib(usedHeapBytes - before.usedHeapBytes, connections);
  }

  /// How much more outside the heap each connection has than before, in KiB.
  public double outsideKib(Memory before, int connections) {
    return kib(
        residentBytes - residentHeapBytes - before.residentBytes + before.residentHeapBytes,
        connections);
  }

  /// How much more each connection needs than before, in the heap and outside, in KiB.
  public double neededKib(Memory before, int connections) {
    return heapKib(before, connections) + outsideKib(before, connections);
  }

  private static double kib(long bytes, int connections) {
    return bytes / BYTES_PER_KIB / connections;
  }
}
