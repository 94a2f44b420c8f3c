package city.wayside.town.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/// A server that takes the load: ours, or a peer at the same moment.
public interface Contender extends AutoCloseable {

  /// How it is called in the figures.
  String name();

  /// Where it takes MQTT over plain TCP.
  InetSocketAddress plain();

  /// Where it takes MQTT over TLS.
  ///
  /// @throws IllegalStateException when it was started without
  InetSocketAddress tls();

  /// Processor time of its process so far.
  Duration cpu();

  /// Memory of its process that is in use now (resident set size).
  long residentBytes() throws IOException;

  /// Has it collect its garbage and looks at its memory then.
  Memory collectedMemory() throws IOException, InterruptedException;

  /// The messages it has dealt with so far.
  Settled settled() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
