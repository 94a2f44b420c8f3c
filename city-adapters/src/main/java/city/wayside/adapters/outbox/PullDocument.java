package city.wayside.adapters.outbox;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// A finished document: its bytes as they are and compressed, each with its own strong entity tag
/// (RFC 9110 §8.8.3.3). Made once, read by any number of requests. Any thread, never changed.
///
/// @param plain the bytes as they are
/// @param gzip the bytes compressed
/// @param plainTag entity tag of the bytes as they are, with its quotes
/// @param gzipTag entity tag of the compressed bytes, with its quotes
/// @param lastModified when it was made, in whole seconds, as HTTP dates are
public record PullDocument(
    Buffer plain, Buffer gzip, String plainTag, String gzipTag, Instant lastModified) {

  private static final int TAG_BYTES = 12;

  /// A document of these bytes. Compresses them: not for event loops.
  public static PullDocument of(byte[] bytes, Instant madeAt) {
    String hash = hash(bytes);
    return new PullDocument(
        Buffer.buffer(bytes),
        Buffer.buffer(compressed(bytes)),
        '"' + hash + '"',
        '"' + hash + "-gzip\"",
        madeAt.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return out.toByteArray();
  }
}
