package city.wayside.road.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends with an error where a packed file unpacks to more than is allowed.
final class LimitedInputStream extends FilterInputStream {

  private final long bytesMax;
  private long bytesRead;

  LimitedInputStream(InputStream in, long bytesMax) {
    super(in);
    this.bytesMax = bytesMax;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int bytes) throws IOException {
    bytesRead += bytes;
    if (bytesRead > bytesMax) {
      throw new IOException("it unpacks to more than " + bytesMax + " bytes");
    }
  }
}
