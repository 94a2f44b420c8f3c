package city.wayside.edge.access.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Keys in a file.
record FileKeys(Path file) implements KeySource {

  @Override
  public byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(KeySet.BYTES_MAX + 1);
      if (bytes.length > KeySet.BYTES_MAX) {
        throw new IOException("it is larger than " + KeySet.BYTES_MAX + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IOException("it does not exist", e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
