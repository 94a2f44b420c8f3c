package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last handler of a channel: hands bytes to the connection and sends its packets.
final class SocketWire extends ChannelInboundHandlerAdapter implements Wire {

  private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);

  private static final int OUT_BYTES_AT_FIRST = 256;

  /// So much is not kept until the end of the turn.
  private static final int OUT_BYTES_MAX = 32 * 1024;

  /// How long a client has to read the last words and to close its side, before it is closed on it.
  private static final long LINGER_MS = 500;

  private final WireLoop loop;
  private final Opened opened;
  private final Function<Wire, WireListener> connections;
  private @Nullable ChannelHandlerContext context;
  private @Nullable WireListener listener;
  private byte @Nullable [] rest;
  private int restBytes;
  private int neededBytes;
  private @Nullable ByteBuf out;
  private boolean isPaused;
  private boolean isHearing;
  private boolean isClosing;

  /// What is known of the channel when it is open.
  ///
  /// @param protocol what it is made of
  /// @param address the client's address where a load balancer told it; absent for the socket's own
  record Opened(String protocol, @Nullable String address) {}

  SocketWire(WireLoop loop, Opened opened, Function<Wire, WireListener> connections) {
    this.loop = loop;
    this.opened = opened;
    this.connections = connections;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    listener = connections.apply(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    WireListener hearing = listener;
    if (!(message instanceof ByteBuf in) || isClosing || hearing == null) {
      ReferenceCountUtil.release(message);
      return;
    }
    try {
      int bytes = in.readableBytes();
      if (rest == null && !isPaused) {
        byte[] scratch = loop.scratch(bytes);
        in.readBytes(scratch, 0, bytes);
        int used = hear(hearing, scratch, bytes);
        keep(hearing, scratch, used, bytes);
      } else {
        append(hearing, in, bytes);
      }
    } finally {
      in.release();
    }
  }

  private int hear(WireListener hearing, byte[] bytes, int to) {
    isHearing = true;
    try {
      return hearing.heard(bytes, 0, to);
    } finally {
      isHearing = false;
    }
  }

  /// Keeps what is not used yet, if anything.
  private void keep(WireListener hearing, byte[] bytes, int from, int to) {
    forgetRest();
    if (from == to || isClosing) {
      return;
    }
    restBytes = to - from;
    rest = Arrays.copyOfRange(bytes, from, to);
    expect(hearing);
    account(hearing, restBytes);
  }

  private void append(WireListener hearing, ByteBuf in, int bytes) {
    byte[] grown = WireLoop.grown(rest == null ? new byte[0] : rest, restBytes + bytes);
    in.readBytes(grown, restBytes, bytes);
    rest = grown;
    restBytes += bytes;
    if (!account(hearing, bytes)) {
      return;
    }
    if (neededBytes == WireListener.UNKNOWN_LENGTH) {
      expect(hearing);
    }
    if (!isPaused) {
      hearRest(hearing);
    }
  }

  private void hearRest(WireListener hearing) {
    byte[] bytes = rest;
    if (bytes == null || restBytes < neededBytes) {
      return;
    }
    int to = restBytes;
    int used = hear(hearing, bytes, to);
    if (used > 0 || isClosing) {
      keep(hearing, bytes, used, to);
    } else {
      expect(hearing);
    }
  }

  private void expect(WireListener hearing) {
    if (rest != null) {
      neededBytes = hearing.frameBytes(rest, 0, restBytes);
    }
  }

  private boolean account(WireListener hearing, int bytes) {
    if (loop.assembles(bytes)) {
      return true;
    }
    hearing.tooMuch();
    return false;
  }

  private void forgetRest() {
    if (rest != null) {
      loop.assembles(-restBytes);
      rest = null;
      restBytes = 0;
    }
    neededBytes = WireListener.UNKNOWN_LENGTH;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    loop.sendAll();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    WireListener hearing = listener;
    if (hearing != null && !isClosing && from.channel().isWritable()) {
      hearing.writable();
      loop.sendAll();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    forgetRest();
    release();
    WireListener hearing = listener;
    listener = null;
    isClosing = true;
    if (hearing != null) {
      hearing.ended();
      loop.sendAll();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable failure) {
    LOG.debug("The connection from {} broke: {}", address(), failure.toString());
    Future<?> _ = from.close();
  }

  private ChannelHandlerContext context() {
    ChannelHandlerContext added = context;
    if (added == null) {
      throw new IllegalStateException("not part of a channel");
    }
    return added;
  }

  @Override
  public ByteBuf out() {
    ByteBuf unsent = out;
    if (unsent != null && unsent.readableBytes() >= OUT_BYTES_MAX) {
      send();
      unsent = null;
    }
    if (unsent == null) {
      unsent = context().alloc().directBuffer(OUT_BYTES_AT_FIRST);
      if (out == null) {
        loop.hasUnsent(this);
      }
      out = unsent;
    }
    return unsent;
  }

  /// Sends what was written.
  void send() {
    ByteBuf unsent = out;
    if (unsent != null) {
      out = null;
      Future<?> _ = context().writeAndFlush(unsent, context().voidPromise());
    }
  }

  private void release() {
    if (out != null) {
      out.release();
      out = null;
    }
  }

  @Override
  public boolean isWritable() {
    return !isClosing
        && context().channel().isWritable()
        && (out == null || out.readableBytes() < OUT_BYTES_MAX);
  }

  @Override
  public void pause() {
    isPaused = true;
    context().channel().config().setAutoRead(false);
  }

  @Override
  public void resume() {
    if (!isPaused || isClosing) {
      return;
    }
    isPaused = false;
    WireListener hearing = listener;
    if (!isHearing && hearing != null) {
      neededBytes = WireListener.UNKNOWN_LENGTH;
      hearRest(hearing);
    }
    if (!isPaused) {
      context().channel().config().setAutoRead(true);
    }
  }

  @Override
  public void close() {
    if (isClosing) {
      return;
    }
    isClosing = true;
    forgetRest();
    send();
    Channel channel = context().channel();
    // A socket that is closed with bytes unread resets the connection, and the last packet with the
    // reason is lost on the way. So only our side is closed, and what comes is read and dropped.
    channel.config().setAutoRead(true);
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      Future<?> _ = duplex.shutdownOutput();
    } else {
      Future<?> _ =
          context()
              .writeAndFlush(context().alloc().buffer(0))
              .addListener(ChannelFutureListener.CLOSE);
    }
    Future<?> _ =
        channel.eventLoop().schedule(this::closeChannel, LINGER_MS, TimeUnit.MILLISECONDS);
  }

  private void closeChannel() {
    Future<?> _ = context().channel().close();
  }

  @Override
  public void cut() {
    isClosing = true;
    forgetRest();
    release();
    closeChannel();
  }

  @Override
  public String address() {
    if (opened.address() != null) {
      return opened.address();
    }
    return context().channel().remoteAddress() instanceof InetSocketAddress socket
        ? socket.getAddress().getHostAddress()
        : "";
  }

  @Override
  public String protocol() {
    return opened.protocol();
  }

  @Override
  public List<X509Certificate> certificates() {
    SslHandler tls = context().channel().pipeline().get(SslHandler.class);
    if (tls == null) {
      return List.of();
    }
    try {
      Certificate[] chain = tls.engine().getSession().getPeerCertificates();
      return Stream.of(chain)
          .filter(X509Certificate.class::isInstance)
          .map(X509Certificate.class::cast)
          .toList();
    } catch (SSLPeerUnverifiedException _) {
      return List.of();
    }
  }
}
