package city.wayside.kit.crowd;

import city.wayside.kit.mqtt.Answer;
import city.wayside.kit.mqtt.PacketReader;
import city.wayside.kit.mqtt.Packets;
import city.wayside.kit.net.ClientSockets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One try of one client to be connected, and the connection that comes of it. The crowd's event
/// loop only.
final class Member extends ChannelInboundHandlerAdapter implements PacketReader.Heard {

  /// Where a try or a connection stands; it never goes back.
  enum State {
    CONNECTING,
    OPEN,
    ENDED
  }

  private final Crowd crowd;
  private final int place;
  private final long startedNs;
  private final PacketReader reader;
  private State state = State.CONNECTING;
  private @Nullable Channel channel;
  private boolean hasAnswered;

  /// @param place which client of the crowd it is
  Member(Crowd crowd, int place, long startedNs) {
    this.crowd = crowd;
    this.place = place;
    this.startedNs = startedNs;
    this.reader = new PacketReader(Crowd.VERSION, this);
  }

  int place() {
    return place;
  }

  long startedNs() {
    return startedNs;
  }

  State state() {
    return state;
  }

  boolean hasAnswered() {
    return hasAnswered;
  }

  /// Asks the server whether it is there.
  void ping() {
    hasAnswered = false;
    write(Packets.ping());
  }

  /// Ends it without a word.
  void cutOff() {
    state = State.ENDED;
    if (channel != null) {
      ClientSockets.reset(channel);
    }
  }

  /// Ends it as the standard wants it.
  void leave() {
    state = State.ENDED;
    if (channel != null) {
      ClientSockets.endWith(channel, Unpooled.wrappedBuffer(Packets.disconnect()));
    }
  }

  /// The try failed, or the connection ended, without the client's wish.
  void fail(String reason) {
    if (state != State.ENDED) {
      boolean wasOpen = state == State.OPEN;
      cutOff();
      if (wasOpen) {
        crowd.lost(this, reason);
      } else {
        crowd.failed(this, reason);
      }
    }
  }

  private void write(byte[] packet) {
    if (channel != null) {
      Future<?> _ = channel.writeAndFlush(Unpooled.wrappedBuffer(packet));
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    if (state == State.ENDED) {
      cutOff();
    } else {
      write(crowd.connectPacket(place));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf received = (ByteBuf) message;
    try {
      reader.feed(ByteBufUtil.getBytes(received));
    } finally {
      received.release();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    fail("closed by the server");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(Crowd.words(cause));
  }

  @Override
  public void connAck(Answer answer) {
    if (state != State.CONNECTING) {
      return;
    }
    if (answer.code() == 0) {
      state = State.OPEN;
      crowd.accepted(this);
    } else {
      cutOff();
      crowd.refused(this, answer.code());
    }
  }

  @Override
  public void pingResp() {
    if (!hasAnswered && state == State.OPEN) {
      hasAnswered = true;
      crowd.answered();
    }
  }

  @Override
  public void disconnect(Answer answer) {
    fail("disconnected with code 0x%02x".formatted(answer.code()));
  }

  @Override
  public void garbled(String reason) {
    fail(reason);
  }

  @Override
  public void pubAck(int packetId, int code) {}

  @Override
  public void subAck(int packetId, int code) {}

  @Override
  public void message(String topic, byte[] payload, int qos, int packetId) {}
}
