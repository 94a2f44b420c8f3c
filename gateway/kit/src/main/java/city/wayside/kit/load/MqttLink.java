package city.wayside.kit.load;

import city.wayside.kit.mqtt.Answer;
import city.wayside.kit.mqtt.MqttSession;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.PacketReader;
import city.wayside.kit.mqtt.Packets;
import city.wayside.kit.net.ClientSockets;
import city.wayside.model.message.MessageKind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One MQTT connection of a vehicle.
final class MqttLink extends ChannelInboundHandlerAdapter implements Link, PacketReader.Heard {

  private static final int KEEP_ALIVE_S = 600;

  private final Sender sender;
  private final ClientSockets sockets;
  private final MqttTarget target;
  private final Map<MessageKind, byte[]> topics = new EnumMap<>(MessageKind.class);
  private final PacketReader reader = new PacketReader(MqttLinks.VERSION, this);
  private @Nullable Channel channel;
  private @Nullable ByteBuf pending;
  private boolean isOpen;
  private boolean isEnded;
  private int receiveMax;

  MqttLink(Sender sender, ClientSockets sockets, MqttTarget target) {
    this.sender = sender;
    this.sockets = sockets;
    this.target = target;
  }

  @Override
  public void connect() {
    sockets.connect(this, cause -> fail(cause.getClass().getSimpleName()));
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public int unansweredMax() {
    return receiveMax;
  }

  @Override
  public boolean isWritable() {
    return channel != null && channel.isWritable();
  }

  @Override
  public void put(MessageKind kind, byte[] payload, int id) {
    byte[] topic = topics.computeIfAbsent(kind, this::topic);
    put(Packets.publish(MqttLinks.VERSION, topic, payload, id == 0 ? 0 : 1, id));
  }

  private byte[] topic(MessageKind kind) {
    return Sender.path(sender.stationId(), kind).getBytes(StandardCharsets.UTF_8);
  }

  private void put(byte[] packet) {
    Channel current = channel;
    if (current != null) {
      if (pending == null) {
        pending = current.alloc().ioBuffer(packet.length);
      }
      pending.writeBytes(packet);
    }
  }

  @Override
  public void flush() {
    ByteBuf packets = pending;
    pending = null;
    if (packets != null && channel != null) {
      Future<?> _ = channel.writeAndFlush(packets, channel.voidPromise());
    }
  }

  @Override
  public void leave() {
    isEnded = true;
    flush();
    if (channel != null) {
      ClientSockets.endWith(channel, Unpooled.wrappedBuffer(Packets.disconnect()));
    }
  }

  /// It ended, or never came to be, without the vehicle's wish.
  @Override
  public void fail(String reason) {
    if (isEnded) {
      return;
    }
    isEnded = true;
    if (pending != null) {
      pending.release();
      pending = null;
    }
    if (channel != null) {
      Future<?> _ = channel.close();
    }
    sender.ended(this, reason);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    if (isEnded) {
      Future<?> _ = context.close();
    } else {
      String clientId = "v-" + sender.stationId();
      put(Packets.connect(target, clientId, MqttSession.fresh(), KEEP_ALIVE_S));
      flush();
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
  public void channelReadComplete(ChannelHandlerContext context) {
    // What waited for answers is written with one call for all of them.
    flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (isOpen && isWritable()) {
      sender.roomAgain();
      flush();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    fail("closed by the server");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(cause.getClass().getSimpleName());
  }

  @Override
  public void connAck(Answer answer) {
    if (answer.code() != 0) {
      fail("refused with code 0x%02x".formatted(answer.code()));
    } else if (!isOpen) {
      isOpen = true;
      receiveMax = Math.max(1, answer.receiveMax());
      sender.opened();
    }
  }

  @Override
  public void pubAck(int packetId, int code) {
    sender.answered(packetId, code);
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
  public void subAck(int packetId, int code) {}

  @Override
  public void message(String topic, byte[] payload, int qos, int packetId) {
    if (qos > 0) {
      put(Packets.pubAck(packetId));
    }
  }
}
