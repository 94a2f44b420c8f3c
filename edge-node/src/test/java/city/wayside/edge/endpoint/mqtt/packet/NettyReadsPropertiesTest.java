package city.wayside.edge.endpoint.mqtt.packet;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.mqtt.packet.Fields.Answer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// What is written for clients, Netty's codec reads as it was meant.
class NettyReadsPropertiesTest {

  private static final int TRIES = 150;
  private static final int[] SUBSCRIBE_CODES = {
    0x00, 0x01, 0x02, 0x80, 0x83, 0x87, 0x8F, 0x91, 0x97, 0x9E, 0xA1, 0xA2
  };

  private static final int[] UNSUBSCRIBE_CODES = {0x00, 0x11, 0x80, 0x83, 0x87, 0x8F, 0x91};

  private final ByteBuf out = Unpooled.buffer();

  private MqttMessage decoded(MqttVersion version) {
    MqttMessage message = NettyCodec.decode(version, out);
    out.clear();
    return message;
  }

  @Property(tries = TRIES, seed = "1")
  void connAck(
      @ForAll("versions") MqttVersion version,
      @ForAll boolean isPresent,
      @ForAll("connectProperties") ConnectProperties said,
      @ForAll("texts") String words) {
    ConnAckProperties told =
        ConnAckProperties.none()
            .sessionExpiryS(said.sessionExpiryS())
            .receiveMax(said.receiveMax())
            .packetBytesMax(said.packetBytesMax())
            .topicAliasMax(said.topicAliasMax())
            .assignedClientId(words)
            .reason(words)
            .authData(words.getBytes(StandardCharsets.UTF_8));
    for (UserProperty user : said.userProperties()) {
      told = told.userProperty(user.name(), user.value());
    }
    PacketWriter.connAck(out, version, isPresent, 0, told);
    MqttConnAckVariableHeader head = ((MqttConnAckMessage) decoded(version)).variableHeader();
    assertThat(head.isSessionPresent()).isEqualTo(isPresent);
    assertThat(head.connectReturnCode().byteValue()).isZero();
    if (version == MqttVersion.V5) {
      MqttProperties all = head.properties();
      assertThat(NettyCodec.number(all, 0x11)).isEqualTo(said.sessionExpiryS());
      assertThat(NettyCodec.number(all, 0x21)).isEqualTo(said.receiveMax());
      assertThat(NettyCodec.number(all, 0x27)).isEqualTo(said.packetBytesMax());
      assertThat(NettyCodec.number(all, 0x22)).isEqualTo(said.topicAliasMax());
      assertThat(NettyCodec.text(all, 0x12)).isEqualTo(words);
      assertThat(NettyCodec.text(all, 0x1F)).isEqualTo(words);
      assertThat(NettyCodec.data(all, 0x16)).asString(StandardCharsets.UTF_8).isEqualTo(words);
      assertThat(NettyCodec.users(all)).isEqualTo(said.userProperties());
    }
  }

  @Property(tries = TRIES, seed = "2")
  void acknowledgements(
      @ForAll("versions") MqttVersion version,
      @ForAll("answers") Answer answer,
      @ForAll("limits") long packetBytesMax) {
    write(version, answer, packetBytesMax);
    if (version == MqttVersion.V5) {
      assertThat((long) out.readableBytes()).isLessThanOrEqualTo(packetBytesMax);
    }
    MqttMessage message = decoded(version);
    assertThat(message.fixedHeader().messageType())
        .isEqualTo(MqttMessageType.valueOf(answer.type().first() >>> 4));
    if (version == MqttVersion.V5) {
      MqttPubReplyMessageVariableHeader head =
          (MqttPubReplyMessageVariableHeader) message.variableHeader();
      assertThat(head.messageId()).isEqualTo(answer.packetId());
      assertThat(head.reasonCode() & 0xFF).isEqualTo(answer.reasonCode());
      if (packetBytesMax == Long.MAX_VALUE) {
        assertThat(NettyCodec.text(head.properties(), 0x1F)).isEqualTo(answer.reason());
      }
    } else {
      MqttMessageIdVariableHeader head = (MqttMessageIdVariableHeader) message.variableHeader();
      assertThat(head.messageId()).isEqualTo(answer.packetId());
    }
  }

  private void write(MqttVersion version, Answer answer, long packetBytesMax) {
    int packetId = answer.packetId();
    int code = answer.reasonCode();
    String reason = answer.reason();
    switch (answer.type()) {
      case PUBACK -> PacketWriter.pubAck(out, version, packetId, code, reason, packetBytesMax);
      case PUBREC -> PacketWriter.pubRec(out, version, packetId, code, reason, packetBytesMax);
      case PUBREL -> PacketWriter.pubRel(out, version, packetId, code, reason, packetBytesMax);
      default -> PacketWriter.pubComp(out, version, packetId, code, reason, packetBytesMax);
    }
  }

  @Property(tries = TRIES, seed = "3")
  void subAck(
      @ForAll("versions") MqttVersion version,
      @ForAll("packetIds") int packetId,
      @ForAll("subscribeCodes") int[] codes,
      @ForAll("reasons") @Nullable String reason) {
    PacketWriter.subAck(out, version, packetId, codes, reason);
    MqttSubAckMessage read = (MqttSubAckMessage) decoded(version);
    assertThat(read.variableHeader().messageId()).isEqualTo(packetId);
    if (version == MqttVersion.V5) {
      assertThat(read.payload().reasonCodes()).containsExactly(boxed(codes));
      assertThat(NettyCodec.text(read.idAndPropertiesVariableHeader().properties(), 0x1F))
          .isEqualTo(reason);
    }
  }

  @Property(tries = TRIES, seed = "7")
  void unsubAck(
      @ForAll("versions") MqttVersion version,
      @ForAll("packetIds") int packetId,
      @ForAll("unsubscribeCodes") int[] codes,
      @ForAll("reasons") @Nullable String reason) {
    PacketWriter.unsubAck(out, version, packetId, codes, reason);
    MqttUnsubAckMessage read = (MqttUnsubAckMessage) decoded(version);
    assertThat(read.variableHeader().messageId()).isEqualTo(packetId);
    if (version == MqttVersion.V5) {
      assertThat(read.payload().unsubscribeReasonCodes().stream().map(code -> code & 0xFF))
          .containsExactly(boxed(codes));
      assertThat(NettyCodec.text(read.idAndPropertiesVariableHeader().properties(), 0x1F))
          .isEqualTo(reason);
    }
  }

  private static Integer[] boxed(int[] codes) {
    return Arrays.stream(codes).boxed().toArray(Integer[]::new);
  }

  @Property(tries = TRIES, seed = "4")
  void disconnectAndAuth(
      @ForAll("serverCodes") int code,
      @ForAll("reasons") @Nullable String reason,
      @ForAll("reasons") @Nullable String reference,
      @ForAll("texts") String method,
      @ForAll("datas") byte[] data) {
    PacketWriter.disconnect(out, code, reason, reference);
    MqttReasonCodeAndPropertiesVariableHeader goodBye =
        (MqttReasonCodeAndPropertiesVariableHeader) decoded(MqttVersion.V5).variableHeader();
    assertThat(goodBye.reasonCode() & 0xFF).isEqualTo(code);
    assertThat(NettyCodec.text(goodBye.properties(), 0x1F)).isEqualTo(reason);
    assertThat(NettyCodec.text(goodBye.properties(), 0x1C)).isEqualTo(reference);
    PacketWriter.auth(out, code, method, data);
    MqttReasonCodeAndPropertiesVariableHeader auth =
        (MqttReasonCodeAndPropertiesVariableHeader) decoded(MqttVersion.V5).variableHeader();
    assertThat(auth.reasonCode() & 0xFF).isEqualTo(code);
    assertThat(NettyCodec.text(auth.properties(), 0x15)).isEqualTo(method);
    assertThat(NettyCodec.data(auth.properties(), 0x16)).isEqualTo(data);
  }

  @Property(tries = TRIES, seed = "5")
  void publish(
      @ForAll("versions") MqttVersion version,
      @ForAll("wills") Will message,
      @ForAll("packetIds") int packetId,
      @ForAll("identifiers") int[] identifiers,
      @ForAll boolean isAliased) {
    OutgoingPublish outgoing =
        OutgoingPublish.of(version, message.topic(), message.payload(), message.properties());
    int alias = isAliased ? packetId : 0;
    outgoing.write(
        out, message.qos(), false, message.isRetain(), packetId, alias, true, identifiers, -1);
    assertThat(out.readableBytes())
        .isEqualTo(outgoing.sizeBytes(message.qos(), alias, true, identifiers));
    MqttPublishMessage read = (MqttPublishMessage) decoded(version);
    assertThat(read.variableHeader().topicName()).isEqualTo(message.topic());
    assertThat(ByteBufUtil.getBytes(read.payload())).isEqualTo(message.payload());
    assertThat(read.fixedHeader().qosLevel().value()).isEqualTo(message.qos());
    assertThat(read.fixedHeader().isRetain()).isEqualTo(message.isRetain());
    if (message.qos() > 0) {
      assertThat(read.variableHeader().packetId()).isEqualTo(packetId);
    }
    if (version == MqttVersion.V5) {
      MqttProperties all = read.variableHeader().properties();
      assertThat(NettyCodec.message(all))
          .usingRecursiveComparison()
          .isEqualTo(message.properties());
      assertThat(NettyCodec.number(all, 0x23)).isEqualTo(isAliased ? packetId : -1);
      assertThat(all.getProperties(0x0B).stream().map(one -> ((IntegerProperty) one).value()))
          .containsExactly(boxed(identifiers));
    }
    read.release();
  }

  @Property(tries = 10, seed = "6")
  void pingResponse(@ForAll("versions") MqttVersion version) {
    PacketWriter.pingResponse(out);
    assertThat(decoded(version).fixedHeader().messageType()).isEqualTo(MqttMessageType.PINGRESP);
  }

  @Provide
  Arbitrary<MqttVersion> versions() {
    return Fields.versions();
  }

  @Provide
  Arbitrary<ConnectProperties> connectProperties() {
    return Fields.connectProperties();
  }

  @Provide
  Arbitrary<String> texts() {
    return Fields.texts();
  }

  @Provide
  Arbitrary<@Nullable String> reasons() {
    return Fields.texts().injectNull(0.3);
  }

  @Provide
  Arbitrary<Answer> answers() {
    return Fields.answers();
  }

  /// From those that leave room for no words to none at all.
  @Provide
  Arbitrary<Long> limits() {
    return Arbitraries.oneOf(Arbitraries.just(Long.MAX_VALUE), Arbitraries.longs().between(5, 100));
  }

  @Provide
  Arbitrary<Integer> packetIds() {
    return Fields.packetIds();
  }

  @Provide
  Arbitrary<int[]> subscribeCodes() {
    return Arbitraries.of(boxed(SUBSCRIBE_CODES)).array(int[].class).ofMinSize(1).ofMaxSize(9);
  }

  @Provide
  Arbitrary<int[]> unsubscribeCodes() {
    return Arbitraries.of(boxed(UNSUBSCRIBE_CODES)).array(int[].class).ofMinSize(1).ofMaxSize(9);
  }

  @Provide
  Arbitrary<Integer> serverCodes() {
    return Arbitraries.of(0x00, 0x18, 0x81, 0x82, 0x8B, 0x8D, 0x8E, 0x9C);
  }

  @Provide
  Arbitrary<byte[]> datas() {
    return Fields.data();
  }

  @Provide
  Arbitrary<Will> wills() {
    return Fields.wills();
  }

  @Provide
  Arbitrary<int[]> identifiers() {
    return Arbitraries.integers()
        .between(1, VariableLength.VALUE_MAX)
        .array(int[].class)
        .ofMaxSize(4);
  }
}
