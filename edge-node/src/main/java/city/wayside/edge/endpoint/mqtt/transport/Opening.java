package city.wayside.edge.endpoint.mqtt.transport;

import city.wayside.edge.endpoint.mqtt.transport.Handshakes.Handshake;
import city.wayside.edge.endpoint.mqtt.transport.SocketWire.Opened;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a new socket goes through before it speaks MQTT: PROXY header, TLS handshake, WebSocket
/// upgrade, as far as its door wants them. One that takes too long is closed.
final class Opening {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /// The path of MQTT over WebSocket, as clients have it by default.
  private static final String WEB_SOCKET_PATH = "/mqtt";

  /// The request of an upgrade has a few headers and no body.
  private static final int UPGRADE_BYTES_MAX = 8 * 1024;

  private static final int FRAME_BYTES_MAX = 1024 * 1024;

  private final Channel channel;
  private final WireLoop wires;
  private final Handshakes handshakes;
  private final Door door;
  private @Nullable String address;
  private @Nullable ScheduledFuture<?> deadline;

  Opening(Channel channel, WireLoop wires, Handshakes handshakes, Door door) {
    this.channel = channel;
    this.wires = wires;
    this.handshakes = handshakes;
    this.door = door;
  }

  void begin() {
    if (!door.places().take()) {
      Future<?> _ = channel.close();
      return;
    }
    channel.closeFuture().addListener(_ -> door.places().giveBack());
    if (door.hasProxyHeader()) {
      hurry();
      channel.pipeline().addLast(new HAProxyMessageDecoder(), new ProxyHeader());
    } else {
      tls();
    }
  }

  private void tls() {
    TlsIdentity tls = door.tls();
    if (tls == null) {
      webSocket();
      return;
    }
    hurry();
    channel.pipeline().addLast(new HandshakeStart(tls));
  }

  /// Gives the client a time until it must be open; waiting for its handshake's turn is not its
  /// fault and does not count.
  private void hurry() {
    relax();
    deadline = channel.eventLoop().schedule(this::giveUp, door.openMsMax(), TimeUnit.MILLISECONDS);
  }

  private void giveUp() {
    Future<?> _ = channel.close();
  }

  private void relax() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  private void webSocket() {
    if (!door.hasWebSocket()) {
      open();
      return;
    }
    hurry();
    WebSocketServerProtocolConfig config =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath(WEB_SOCKET_PATH)
            .subprotocols("mqtt")
            .checkStartsWith(false)
            .maxFramePayloadLength(FRAME_BYTES_MAX)
            .handleCloseFrames(true)
            .dropPongFrames(true)
            .build();
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(),
            new HttpObjectAggregator(UPGRADE_BYTES_MAX),
            new WebSocketServerProtocolHandler(config),
            new WebSocketBytes(this::open));
  }

  private void open() {
    relax();
    channel
        .pipeline()
        .addLast(new SocketWire(wires, new Opened(door.protocol(), address), door.connections()));
  }

  /// Takes the client's own address from the header of the load balancer.
  private final class ProxyHeader extends SimpleChannelInboundHandler<HAProxyMessage> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header) {
      // A health check of the load balancer itself has no address.
      address = header.sourceAddress();
      context.pipeline().remove(this);
      tls();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
      LOG.debug("No PROXY header from {}: {}", channel.remoteAddress(), failure.toString());
      Future<?> _ = context.close();
    }
  }

  /// Has the handshake wait for its turn from the client's first bytes on: who is silent takes no
  /// turn.
  private final class HandshakeStart extends ChannelInboundHandlerAdapter {

    private final TlsIdentity tls;
    private @Nullable Object held;

    HandshakeStart(TlsIdentity tls) {
      this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (held != null) {
        // Reading was stopped, and one read may still have been under way.
        Future<?> _ = context.close();
        ReferenceCountUtil.release(message);
        return;
      }
      held = message;
      relax();
      channel.config().setAutoRead(false);
      handshakes.whenPermitted(channel, handshake -> begin(context, handshake));
    }

    private void begin(ChannelHandlerContext context, Handshake handshake) {
      Object first = held;
      held = null;
      SslHandler handler = tls.handler(channel.alloc(), handshakes.workers());
      handler.setHandshakeTimeoutMillis(door.openMsMax());
      context.pipeline().addLast(handler, new HandshakeEnd(handshake));
      if (first != null) {
        context.fireChannelRead(first);
      }
      context.pipeline().remove(this);
      channel.config().setAutoRead(true);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      ReferenceCountUtil.release(held);
      held = null;
      context.fireChannelInactive();
    }
  }

  /// Goes on when the handshake is over.
  private final class HandshakeEnd extends ChannelInboundHandlerAdapter {

    private final Handshake handshake;

    HandshakeEnd(Handshake handshake) {
      this.handshake = handshake;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof SslHandshakeCompletionEvent end) {
        handshake.ended(end.isSuccess());
        if (end.isSuccess()) {
          context.pipeline().remove(this);
          webSocket();
        } else {
          LOG.debug(
              "No handshake with {}: {}", channel.remoteAddress(), String.valueOf(end.cause()));
          Future<?> _ = context.close();
        }
        return;
      }
      context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
      LOG.debug("TLS with {} broke: {}", channel.remoteAddress(), failure.toString());
      Future<?> _ = context.close();
    }
  }
}
