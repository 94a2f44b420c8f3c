package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;

/// One event loop's listening socket at a door. Every loop has one of its own on the same port, and
/// the kernel spreads connections over them (SO_REUSEPORT): none is handed from loop to loop.
public final class Listener {

  /// Connections that the kernel holds for us while all return at once.
  private static final int BACKLOG_MAX = 8192;

  /// What is read of one socket before the next one has its turn.
  private static final int READ_BYTES = 8 * 1024;

  private static final WriteBufferWaterMark WRITE_MARKS =
      new WriteBufferWaterMark(32 * 1024, 128 * 1024);

  private final Channel channel;

  private Listener(Channel channel) {
    this.channel = channel;
  }

  /// Listens.
  ///
  /// @param loop serves the socket and all its connections
  /// @param wires what those connections share
  /// @param handshakes lets TLS handshakes begin
  /// @return failed when the port cannot be had
  public static Future<Listener> open(
      EventLoop loop, WireLoop wires, Handshakes handshakes, Door door) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop, loop)
            .channelFactory(() -> SocketKind.listening(loop))
            .option(ChannelOption.SO_BACKLOG, BACKLOG_MAX)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITE_MARKS)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel accepted) {
                    new Opening(accepted, wires, handshakes, door).begin();
                  }
                });
    if (SocketKind.isEpoll(loop)) {
      bootstrap.option(EpollChannelOption.SO_REUSEPORT, true);
    } else {
      bootstrap.option(NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT), true);
    }
    Promise<Listener> listening = Promise.promise();
    ChannelFuture bound = bootstrap.bind(new InetSocketAddress(door.host(), door.port()));
    bound.addListener(_ -> {
      if (bound.isSuccess()) {
        listening.complete(new Listener(bound.channel()));
      } else {
        listening.fail(bound.cause());
      }
    });
    return listening.future();
  }

  /// The port that it listens on.
  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /// Takes new connections, or lets the kernel hold them. Any thread.
  public void accept(boolean isAccepting) {
    channel.config().setAutoRead(isAccepting);
  }

  /// Stops listening; connections go on. Any thread.
  public Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    channel.close().addListener(_ -> closed.complete());
    return closed.future();
  }
}
