package city.wayside.town.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What tells one version of a file from the next without reading it.
///
/// @param changedNs when it was changed, nanoseconds since 1970
/// @param lengthBytes its length; -1 where there is no file
/// @param key which file it is, where the file system says so: another one may have taken its name
public record FileVersion(long changedNs, long lengthBytes, @Nullable Object key) {

  private static final FileVersion NO_FILE = new FileVersion(0, -1, null);

  /// The version that is there now.
  public static FileVersion of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileVersion(
          now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.size(), now.fileKey());
    } catch (IOException _) {
      return NO_FILE;
    }
  }
}
