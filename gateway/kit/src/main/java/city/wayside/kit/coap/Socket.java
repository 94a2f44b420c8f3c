package city.wayside.kit.coap;

import city.wayside.kit.net.ClientDatagrams;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One client's UDP socket: a wire without DTLS, and what is below one with it.
final class Socket extends SimpleChannelInboundHandler<DatagramPacket> implements Wire {

  private final ClientDatagrams sockets;
  private final Heard heard;
  private @Nullable Channel channel;
  private boolean isClosed;

  Socket(ClientDatagrams sockets, Heard heard) {
    this.sockets = sockets;
    this.heard = heard;
  }

  @Override
  public void open() {
    sockets.open(this, cause -> heard.failed(cause.getClass().getSimpleName()));
  }

  @Override
  public void send(byte[] message) {
    Channel current = channel;
    if (current != null && !isClosed) {
      Future<?> _ = current.writeAndFlush(Unpooled.wrappedBuffer(message));
    }
  }

  @Override
  public void close() {
    isClosed = true;
    if (channel != null) {
      Future<?> _ = channel.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    if (isClosed) {
      Future<?> _ = context.close();
    } else {
      heard.opened();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
    if (!isClosed) {
      heard.received(ByteBufUtil.getBytes(datagram.content()));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    heard.failed(cause.getClass().getSimpleName());
  }
}
