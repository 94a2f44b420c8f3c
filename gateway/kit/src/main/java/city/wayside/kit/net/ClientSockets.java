package city.wayside.kit.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens sockets to one server, all on one event loop of their own.
///
/// Over TLS every server is believed, so that the generator spends no time on what a vehicle would
/// do on its own processor, and BoringSSL does the arithmetic where it is there; handshakes are
/// full ones, never resumed, as of vehicles that were away.
public final class ClientSockets implements AutoCloseable {

  /// What a client keeps for a server that takes nothing; the system would let it be megabytes.
  private static final int SEND_BYTES = 32 * 1024;

  private static final int WAITING_BYTES_LOW = 4 * 1024;
  private static final int WAITING_BYTES_HIGH = 16 * 1024;
  private static final long QUIET_MS = 0;
  private static final long CLOSE_MS_MAX = 10_000;

  private final EventLoopGroup group;
  private final Bootstrap bootstrap;
  private final @Nullable SslContext tls;

  private ClientSockets(EventLoopGroup group, Bootstrap bootstrap, @Nullable SslContext tls) {
    this.group = group;
    this.bootstrap = bootstrap;
    this.tls = tls;
  }

  /// Prepares an event loop for sockets to a server.
  ///
  /// @param connectTimeoutMs how long TCP may take to connect
  /// @throws IOException when there is no TLS
  public static ClientSockets to(InetSocketAddress server, boolean isTls, int connectTimeoutMs)
      throws IOException {
    SslContext tls =
        isTls
            ? SslContextBuilder.forClient()
                .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null)
                .build()
            : null;
    boolean isEpoll = Epoll.isAvailable();
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory("generator", true),
            isEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    Bootstrap bootstrap =
        new Bootstrap()
            .group(group)
            .channel(isEpoll ? EpollSocketChannel.class : NioSocketChannel.class)
            .remoteAddress(server)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_SNDBUF, SEND_BYTES)
            .option(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(WAITING_BYTES_LOW, WAITING_BYTES_HIGH))
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeoutMs);
    return new ClientSockets(group, bootstrap, tls);
  }

  /// The event loop on which everything happens.
  public EventLoop loop() {
    return group.next();
  }

  /// Starts to connect. On the event loop.
  ///
  /// @param handler has the connection from now on
  /// @param failed told when there will be no connection
  public void connect(ChannelHandler handler, Consumer<Throwable> failed) {
    ChannelFuture connecting =
        bootstrap.clone().handler(tls == null ? handler : new TlsFirst(tls, handler)).connect();
    connecting.addListener(done -> {
      if (!done.isSuccess()) {
        failed.accept(done.cause());
      }
    });
  }

  /// Ends a connection as a power cut would: what the server hears of it is a reset.
  public static void reset(Channel channel) {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.unsafe().close(channel.voidPromise());
    }
  }

  /// Ends a connection once a last packet is written.
  public static void endWith(Channel channel, Object packet) {
    channel.writeAndFlush(packet).addListener(ChannelFutureListener.CLOSE);
  }

  /// Ends all connections and the event loop.
  @Override
  public void close() {
    group
        .shutdownGracefully(QUIET_MS, CLOSE_MS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MS_MAX);
  }

  /// TLS below the handler.
  private static final class TlsFirst extends ChannelInitializer<Channel> {
    private final SslContext tls;
    private final ChannelHandler handler;

    TlsFirst(SslContext tls, ChannelHandler handler) {
      this.tls = tls;
      this.handler = handler;
    }

    @Override
    protected void initChannel(Channel channel) {
      SslHandler secured = tls.newHandler(channel.alloc());
      // Whoever connects decides how long it waits, and counts it.
      secured.setHandshakeTimeoutMillis(0);
      channel.pipeline().addLast(secured, handler);
    }
  }
}
