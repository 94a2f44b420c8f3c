package city.wayside.town.cli;

import city.wayside.kit.trace.BadLine;
import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// The beginning of a trace: ends after the header and a number of lines.
final class FirstRows extends FilterInputStream {

  private static final int GZIP_FIRST_BYTE = 0x1f;

  private long linesLeft;

  private FirstRows(InputStream in, long lines) {
    super(in);
    linesLeft = lines;
  }

  /// A reader of the first rows of a file.
  static TraceReader open(Path file, int rows, Consumer<BadLine> badLines) throws TraceException {
    try {
      BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      in.mark(1);
      boolean gzipped = in.read() == GZIP_FIRST_BYTE;
      in.reset();
      InputStream plain = gzipped ? new GZIPInputStream(in, 1 << 16) : in;
      String name = file.toString().replaceFirst("\\.gz$", "");
      return TraceReader.open(name, new FirstRows(plain, rows + 1L), badLines);
    } catch (IOException e) {
      throw new TraceException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (linesLeft <= 0) {
      return -1;
    }
    int count = super.read(bytes, offset, length);
    for (int i = 0; i < count; i++) {
      if (bytes[offset + i] == '\n' && --linesLeft == 0) {
        return i + 1;
      }
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
