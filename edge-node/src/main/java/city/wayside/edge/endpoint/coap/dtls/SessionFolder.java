package city.wayside.edge.endpoint.coap.dtls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Where a node that stops leaves its sessions for its successor: a file, sealed with AES-256-GCM,
/// that is taken once. A session's keys must never be used twice from the same point on, for its
/// nonces would repeat: so the file is gone for good before anything in it is used.
///
///     file = version 1 · nonce 12 · sealed
///     sealed = moment in milliseconds since 1970, 8 · marks of their shared keys · sessions
final class SessionFolder {

  private static final byte VERSION = 2;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final int SECRET_CHARS_MIN = 32;
  private static final int FILE_BYTES_MAX = 1024 * 1024 * 1024;
  private static final long MS_PER_S = 1_000;
  private static final byte[] PURPOSE =
      "wayside: DTLS sessions that were left".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final Path file;
  private final SecretKey key;
  private final byte[] owner;
  private final long ageMsMax;
  private final InstantSource clock;

  /// @param owner whose sessions they are; sessions of another owner are not taken
  /// @throws IOException when folder or key cannot be used
  SessionFolder(HandOverConfig config, Path folder, String owner, InstantSource clock)
      throws IOException {
    if (config.key() == null || config.key().value().length() < SECRET_CHARS_MIN) {
      throw new IOException(
          "edge.coap.dtls.handOver: a folder needs a key of %d characters or more"
              .formatted(SECRET_CHARS_MIN));
    }
    Files.createDirectories(folder);
    this.folder = folder;
    this.file = folder.resolve("dtls-sessions-" + owner + ".sealed");
    this.owner = owner.getBytes(StandardCharsets.UTF_8);
    this.ageMsMax = config.ageSMax() * MS_PER_S;
    this.clock = clock;
    try {
      this.key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(config.key().value().getBytes(StandardCharsets.UTF_8))
                      .thenExpand(PURPOSE, KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HKDF-SHA256", e);
    }
  }

  /// Leaves sessions, in the place of those that were left before.
  void leave(byte[] sessions) throws IOException {
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + sessions.length)
            .putLong(clock.millis())
            .put(sessions)
            .array();
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed;
    try {
      sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
    // Readable by its owner alone.
    Path unfinished = Files.createTempFile(folder, "dtls-sessions-", ".tmp");
    try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      for (ByteBuffer part :
          new ByteBuffer[] {
            ByteBuffer.wrap(new byte[] {VERSION}), ByteBuffer.wrap(nonce), ByteBuffer.wrap(sealed)
          }) {
        while (part.hasRemaining()) {
          out.write(part);
        }
      }
      out.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  /// Takes the sessions that were left, which nobody can do a second time.
  ///
  /// @return nothing when none were left, or too long ago
  /// @throws IOException when they cannot be used; they are gone all the same
  Optional<byte[]> take() throws IOException {
    byte[] bytes;
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new IOException("%s is larger than %d bytes".formatted(file, FILE_BYTES_MAX));
      }
      bytes = Files.readAllBytes(file);
      Files.delete(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    syncFolder();
    if (bytes.length < 1 + NONCE_BYTES || bytes[0] != VERSION) {
      throw new IOException(file + " does not begin as sessions do that this version has left");
    }
    byte[] plain;
    try {
      byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
      plain =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " was sealed with another key, for another node, or changed", e);
    }
    ByteBuffer content = ByteBuffer.wrap(plain);
    long ageMs = clock.millis() - content.getLong();
    return ageMs > ageMsMax
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(plain, Long.BYTES, plain.length));
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner);
    return cipher;
  }

  /// What was put into the folder, or taken out of it, stays so after a loss of power.
  private void syncFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
