package city.wayside.kit.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Opens UDP sockets to one server, all on one event loop of their own. Each client has a socket of
/// its own, for a server tells clients apart by their address and port.
public final class ClientDatagrams implements AutoCloseable {

  /// The largest datagram that is read whole; what a server of vehicles answers is far smaller.
  private static final int DATAGRAM_BYTES_MAX = 2048;

  private static final long QUIET_MS = 0;
  private static final long CLOSE_MS_MAX = 10_000;

  private final EventLoopGroup group;
  private final Bootstrap bootstrap;

  private ClientDatagrams(EventLoopGroup group, Bootstrap bootstrap) {
    this.group = group;
    this.bootstrap = bootstrap;
  }

  /// Prepares an event loop for sockets to a server.
  public static ClientDatagrams to(InetSocketAddress server) {
    boolean isEpoll = Epoll.isAvailable();
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory("coap-generator", true),
            isEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    Bootstrap bootstrap =
        new Bootstrap()
            .group(group)
            .channel(isEpoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
            .remoteAddress(server)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM_BYTES_MAX));
    return new ClientDatagrams(group, bootstrap);
  }

  /// The event loop on which everything happens.
  public EventLoop loop() {
    return group.next();
  }

  /// Opens a socket that speaks with the server alone.
  ///
  /// @param handler has it from now on
  /// @param failed told when there will be no socket
  public void open(ChannelHandler handler, Consumer<Throwable> failed) {
    ChannelFuture opening = bootstrap.clone().handler(handler).connect();
    opening.addListener(done -> {
      if (!done.isSuccess()) {
        failed.accept(done.cause());
      }
    });
  }

  /// Closes all sockets and the event loop.
  @Override
  public void close() {
    group
        .shutdownGracefully(QUIET_MS, CLOSE_MS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MS_MAX);
  }
}
