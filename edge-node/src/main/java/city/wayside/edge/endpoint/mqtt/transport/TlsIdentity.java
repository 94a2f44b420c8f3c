package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's certificate and whose clients it trusts, read from files and read again when they
/// change. Handshakes from then on use the new ones; connections go on. Any thread.
public final class TlsIdentity implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TlsIdentity.class);

  private final TlsConfig config;

  /// Held while the context is used to make a handler, or is replaced: BoringSSL's is freed then,
  /// as soon as the connections made with it have ended.
  private final ReentrantLock contextLock = new ReentrantLock();

  private SslContext context;
  private List<FileTime> readAt;

  /// Reads the files.
  ///
  /// @throws IOException naming the file that is missing or is not what it should be
  public TlsIdentity(TlsConfig config) throws IOException {
    this.config = config;
    this.readAt = times();
    this.context = read();
  }

  /// Reads the files again if they have changed. Files that cannot be used leave all as it was.
  /// Blocks.
  ///
  /// @return true when new files are used from now on
  public synchronized boolean refresh() {
    try {
      List<FileTime> now = times();
      if (now.equals(readAt)) {
        return false;
      }
      readAt = now;
      replace(read());
      LOG.info("TLS certificate {} was read again", config.certificateFile());
      return true;
    } catch (IOException e) {
      LOG.warn("The TLS files changed and cannot be used, those before stay: {}", e.getMessage());
      return false;
    }
  }

  private void replace(SslContext fresh) {
    contextLock.lock();
    try {
      ReferenceCountUtil.release(context);
      context = fresh;
    } finally {
      contextLock.unlock();
    }
  }

  private List<FileTime> times() throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path file : config.files()) {
      if (!Files.isReadable(file)) {
        throw new IOException(
            "edge.mqtt.tls: file %s cannot be read; give a PEM file that this process may read"
                .formatted(file));
      }
      times.add(Files.getLastModifiedTime(file));
    }
    return times;
  }

  private SslContext read() throws IOException {
    Path certificate = config.certificateFile();
    Path key = config.keyFile();
    if (certificate == null || key == null) {
      throw new IOException(
          "edge.mqtt.tls: certificateFile and keyFile must both be given when TLS has a port");
    }
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(certificate.toFile(), key.toFile())
              // A handshake costs it a third of what it costs the JDK, a connection two thirds.
              .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
              .protocols("TLSv1.3", "TLSv1.2")
              .sessionCacheSize(config.sessionsCachedMax())
              .clientAuth(
                  switch (config.clientCertificate()) {
                    case NONE -> ClientAuth.NONE;
                    case OPTIONAL -> ClientAuth.OPTIONAL;
                    case REQUIRED -> ClientAuth.REQUIRE;
                  });
      Path trusted = config.clientCaFile();
      if (trusted != null) {
        builder.trustManager(trusted.toFile());
      }
      return builder.build();
    } catch (IllegalArgumentException | IOException e) {
      throw new IOException(
          "edge.mqtt.tls: %s or %s is not what it should be (PEM certificates, PKCS#8 key): %s"
              .formatted(certificate, key, e.getMessage()),
          e);
    }
  }

  /// The TLS side of a new connection.
  SslHandler handler(ByteBufAllocator buffers, Executor workers) {
    contextLock.lock();
    try {
      return context.newHandler(buffers, workers);
    } finally {
      contextLock.unlock();
    }
  }

  /// Frees what BoringSSL keeps, as soon as the connections have ended. No connection may come any
  /// more.
  @Override
  public void close() {
    contextLock.lock();
    try {
      ReferenceCountUtil.release(context);
    } finally {
      contextLock.unlock();
    }
  }
}
