package city.wayside.kit.load;

import io.netty.channel.EventLoop;

/// Makes the connections of a load, all on one event loop of their own.
interface Links extends AutoCloseable {

  /// Where everything happens.
  EventLoop loop();

  /// A connection for a vehicle, which [Link#connect()] brings to life.
  Link link(Sender sender);

  /// How long an answer is waited for.
  long answerNsMax();

  /// Ends all connections and the event loop.
  @Override
  void close();
}
