package city.wayside.town.bench.server;

import java.io.IOException;
import java.time.Duration;

/// A server in a process of its own, whose time and memory are looked at from outside.
public interface MeasuredServer extends AutoCloseable {

  /// How it is called in the figures.
  String name();

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
