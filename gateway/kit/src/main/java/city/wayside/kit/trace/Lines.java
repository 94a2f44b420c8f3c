package city.wayside.kit.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream of bytes, each one as a range of a buffer that is used again; CR LF and LF
/// both end a line.
final class Lines {

  /// A longer line is no row: it is skipped and only its start is shown.
  static final int LINE_BYTES_MAX = 4096;

  private static final int BUFFER_BYTES = 1 << 17;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private int start;
  private int end;
  private long number;
  private boolean tooLong;

  Lines(InputStream in) {
    this.in = in;
  }

  /// Goes to the next line.
  ///
  /// @return false at the end of the stream
  boolean next() throws IOException {
    tooLong = false;
    int scanned = position;
    while (true) {
      int lineFeed = lineFeed(scanned);
      if (lineFeed >= 0) {
        return line(lineFeed, lineFeed + 1);
      }
      if (limit - position > LINE_BYTES_MAX) {
        // Only the start is kept; the rest of the line is read over.
        tooLong = true;
        limit = position + LINE_BYTES_MAX;
      }
      compact();
      scanned = limit; // all of it was looked at
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        return limit > position && line(limit, limit);
      }
      limit += count;
    }
  }

  private boolean line(int lineEnd, int nextLine) {
    start = position;
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    position = nextLine;
    tooLong |= end - start > LINE_BYTES_MAX;
    number++;
    return true;
  }

  private int lineFeed(int from) {
    byte[] bytes = buffer;
    for (int i = from; i < limit; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void compact() {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
  }

  /// The buffer that holds the line until the next call of [#next()].
  byte[] buffer() {
    return buffer;
  }

  /// Where the line starts in the buffer.
  int start() {
    return start;
  }

  /// Where the line ends in the buffer, without its line break.
  int end() {
    return end;
  }

  /// The line's number, from 1.
  long number() {
    return number;
  }

  /// True when the line is longer than may be.
  boolean isTooLong() {
    return tooLong;
  }

  /// A copy of the line's bytes.
  byte[] copy() {
    return Arrays.copyOfRange(buffer, start, end);
  }
}
