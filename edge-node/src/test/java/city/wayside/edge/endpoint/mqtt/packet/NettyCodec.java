package city.wayside.edge.endpoint.mqtt.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A client made of Netty's codec, which was written by others from the same standard.
final class NettyCodec {

  private static final int BYTES_MAX = 1 << 20;

  private NettyCodec() {}

  /// The bytes that such a client sends.
  static byte[] encode(MqttVersion version, MqttMessage message) {
    EmbeddedChannel client = client(version);
    try {
      client.writeOutbound(message);
      ByteBuf packet = Objects.requireNonNull(client.readOutbound());
      byte[] bytes = ByteBufUtil.getBytes(packet);
      packet.release();
      return bytes;
    } finally {
      client.finishAndReleaseAll();
    }
  }

  /// What such a client makes of the bytes that a server sends.
  ///
  /// @throws AssertionError when it does not understand them
  static MqttMessage decode(MqttVersion version, ByteBuf packet) {
    EmbeddedChannel client = client(version);
    try {
      client.writeInbound(packet.copy());
      MqttMessage message = Objects.requireNonNull(client.readInbound(), "nothing was decoded");
      if (message.decoderResult().isFailure()) {
        throw new AssertionError(message.decoderResult().cause());
      }
      MqttMessage more = client.readInbound();
      if (more != null) {
        throw new AssertionError("more was decoded: " + more);
      }
      return message;
    } finally {
      client.finish();
    }
  }

  /// After its CONNECT, for what follows depends on the version it named.
  static EmbeddedChannel client(MqttVersion version) {
    EmbeddedChannel client = new EmbeddedChannel(new MqttDecoder(BYTES_MAX), MqttEncoder.INSTANCE);
    client.writeOutbound(
        MqttMessageBuilders.connect().protocolVersion(netty(version)).clientId("a").build());
    ByteBuf connect = Objects.requireNonNull(client.readOutbound());
    connect.release();
    return client;
  }

  static io.netty.handler.codec.mqtt.MqttVersion netty(MqttVersion version) {
    return switch (version) {
      case V3_1_1 -> io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
      case V5 -> io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
    };
  }

  static MqttProperties netty(MessageProperties said) {
    MqttProperties all = new MqttProperties();
    add(all, Property.PAYLOAD_FORMAT, said.payloadFormat());
    add(all, Property.MESSAGE_EXPIRY, said.messageExpiryS());
    add(all, Property.CONTENT_TYPE, said.contentType());
    add(all, Property.RESPONSE_TOPIC, said.responseTopic());
    add(all, Property.CORRELATION_DATA, said.correlationData());
    add(all, said.userProperties());
    return all;
  }

  static void add(MqttProperties all, int property, long value) {
    if (value != MessageProperties.ABSENT) {
      all.add(new IntegerProperty(property, (int) value));
    }
  }

  static void add(MqttProperties all, int property, @Nullable String text) {
    if (text != null) {
      all.add(new StringProperty(property, text));
    }
  }

  static void add(MqttProperties all, int property, byte @Nullable [] data) {
    if (data != null) {
      all.add(new BinaryProperty(property, data));
    }
  }

  static void add(MqttProperties all, List<UserProperty> users) {
    UserProperties more = new UserProperties();
    users.forEach(user -> more.add(user.name(), user.value()));
    if (!users.isEmpty()) {
      all.add(more);
    }
  }

  /// A number that a decoded packet has, or [MessageProperties#ABSENT].
  static long number(MqttProperties all, int property) {
    return all.getProperty(property) instanceof IntegerProperty number
        ? number.value() & 0xFFFF_FFFFL
        : MessageProperties.ABSENT;
  }

  static @Nullable String text(MqttProperties all, int property) {
    return all.getProperty(property) instanceof StringProperty text ? text.value() : null;
  }

  static byte @Nullable [] data(MqttProperties all, int property) {
    return all.getProperty(property) instanceof BinaryProperty data ? data.value() : null;
  }

  static List<UserProperty> users(MqttProperties all) {
    return all.getProperty(Property.USER_PROPERTY) instanceof UserProperties users
        ? users.value().stream().map(pair -> new UserProperty(pair.key, pair.value)).toList()
        : List.of();
  }

  static MessageProperties message(MqttProperties all) {
    return new MessageProperties(
        (int) number(all, Property.PAYLOAD_FORMAT),
        number(all, Property.MESSAGE_EXPIRY),
        text(all, Property.CONTENT_TYPE),
        text(all, Property.RESPONSE_TOPIC),
        data(all, Property.CORRELATION_DATA),
        users(all));
  }
}
