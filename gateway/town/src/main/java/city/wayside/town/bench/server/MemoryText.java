package city.wayside.town.bench.server;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads memory figures out of what Linux and the JDK print.
final class MemoryText {

  private static final int HEX = 16;

  private static final int BYTES_PER_KIB = 1024;
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
  private static final Pattern RESIDENT_PART = Pattern.compile("Rss:\\s+(\\d+) kB");
  private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ [-r][-w]");
  private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]+)");
  private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

  private MemoryText() {}

  /// The resident set in `/proc/{pid}/status`.
  static long residentBytes(String status) throws IOException {
    return number(RESIDENT, status, "VmRSS") * BYTES_PER_KIB;
  }

  /// The sum of the class histogram that `jcmd {pid} GC.class_histogram` prints after a collection.
  static long liveBytes(String histogram) throws IOException {
    return number(LIVE, histogram, "Total");
  }

  /// The part of the resident set that lies in the Java heap: in use, or touched once and free now.
  ///
  /// @param heapInfo what `jcmd {pid} GC.heap_info` prints
  /// @param smaps `/proc/{pid}/smaps`
  static long residentHeapBytes(String heapInfo, String smaps) throws IOException {
    long heapFrom = Long.MAX_VALUE;
    long heapEnd = 0;
    Matcher addresses = ADDRESS.matcher(heapInfo);
    while (addresses.find()) {
      long address = Long.parseUnsignedLong(addresses.group(1), HEX);
      heapFrom = Math.min(heapFrom, address);
      heapEnd = Math.max(heapEnd, address);
    }
    if (heapEnd == 0) {
      throw new IOException("there is no address in: " + heapInfo);
    }
    long residentKib = 0;
    boolean isHeap = false;
    for (String line : smaps.lines().toList()) {
      Matcher mapping = MAPPING.matcher(line);
      Matcher resident = RESIDENT_PART.matcher(line);
      if (mapping.lookingAt()) {
        long from = Long.parseUnsignedLong(mapping.group(1), HEX);
        isHeap = from >= heapFrom && from < heapEnd;
      } else if (isHeap && resident.matches()) {
        residentKib += Long.parseLong(resident.group(1));
      }
    }
    return residentKib * BYTES_PER_KIB;
  }

  private static long number(Pattern pattern, String text, String name) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("there is no " + name + " in: " + text.lines().findFirst().orElse(""));
    }
    return Long.parseLong(matcher.group(1));
  }
}
