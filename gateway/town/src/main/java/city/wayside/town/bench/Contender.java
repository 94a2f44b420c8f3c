package city.wayside.town.bench;

import java.io.IOException;
import java.time.Duration;

/// A server that takes the load: ours, or a peer at the same moment.
interface Contender extends AutoCloseable {

  /// How it is called in the figures.
  String name();

  /// The port on which it takes MQTT.
  int mqttPort();

  /// Processor time of its process so far.
  Duration cpu();

  /// How many messages it has dealt with so far: kept or refused by ours, forwarded by a peer.
  long settledCount() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
