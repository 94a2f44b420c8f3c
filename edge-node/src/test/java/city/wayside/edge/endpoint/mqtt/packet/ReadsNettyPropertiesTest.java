package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.NettyCodec.add;
import static city.wayside.edge.endpoint.mqtt.packet.NettyCodec.netty;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.mqtt.packet.Fields.Answer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscribePayload;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribePayload;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// What Netty's codec writes for a client is read as it was meant.
class ReadsNettyPropertiesTest {

  private static final int TRIES = 150;

  private static Heard reading(
      @Nullable MqttVersion spoken, MqttVersion version, MqttMessage said) {
    return Heard.reading(spoken, NettyCodec.encode(version, said));
  }

  @Property(tries = TRIES, seed = "1")
  void connect(@ForAll("connects") Connect wanted) {
    Heard meant = new Heard(null);
    meant.connect(wanted);
    assertThat(reading(null, wanted.version(), message(wanted)).calls).isEqualTo(meant.calls);
  }

  private static MqttConnectMessage message(Connect said) {
    Will will = said.will();
    return new MqttConnectMessage(
        header(MqttMessageType.CONNECT, 0, false, false),
        new MqttConnectVariableHeader(
            "MQTT",
            said.version().level(),
            said.userName() != null,
            said.password() != null,
            will != null && will.isRetain(),
            will == null ? 0 : will.qos(),
            will != null,
            said.cleanStart(),
            said.keepAliveS(),
            properties(said.properties())),
        new MqttConnectPayload(
            said.clientId(),
            will == null ? MqttProperties.NO_PROPERTIES : willProperties(will),
            will == null ? null : will.topic(),
            will == null ? null : will.payload(),
            said.userName(),
            said.password()));
  }

  private static MqttProperties properties(ConnectProperties said) {
    MqttProperties all = new MqttProperties();
    add(all, 0x11, said.sessionExpiryS());
    add(all, 0x21, said.receiveMax());
    add(all, 0x27, said.packetBytesMax());
    add(all, 0x22, said.topicAliasMax());
    add(all, 0x19, said.requestsResponseInformation() ? 1 : 0);
    add(all, 0x17, said.requestsProblemInformation() ? 1 : 0);
    add(all, said.userProperties());
    add(all, 0x15, said.authMethod());
    add(all, 0x16, said.authData());
    return all;
  }

  private static MqttProperties willProperties(Will will) {
    MqttProperties all = netty(will.properties());
    add(all, 0x18, will.delayS());
    return all;
  }

  private static MqttFixedHeader header(
      MqttMessageType type, int qos, boolean isDup, boolean isRetain) {
    return new MqttFixedHeader(type, isDup, MqttQoS.valueOf(qos), isRetain, 0);
  }

  @Property(tries = TRIES, seed = "2")
  void publish(
      @ForAll("versions") MqttVersion version,
      @ForAll("wills") Will message,
      @ForAll("packetIds") int packetId,
      @ForAll boolean isDup) {
    boolean isSentAgain = isDup && message.qos() > 0;
    MqttPublishMessage said =
        new MqttPublishMessage(
            header(MqttMessageType.PUBLISH, message.qos(), isSentAgain, message.isRetain()),
            new MqttPublishVariableHeader(message.topic(), packetId, netty(message.properties())),
            Unpooled.wrappedBuffer(message.payload()));
    Will meant =
        new Will(
            message.topic(),
            message.payload(),
            message.qos(),
            message.isRetain(),
            0,
            version == MqttVersion.V5 ? message.properties() : MessageProperties.none());
    assertThat(reading(version, version, said).calls)
        .containsExactly(Heard.published(meant, message.qos() == 0 ? 0 : packetId, isSentAgain, 0));
  }

  @Property(tries = TRIES, seed = "3")
  void acknowledgements(@ForAll("versions") MqttVersion version, @ForAll("answers") Answer answer) {
    MqttProperties properties = new MqttProperties();
    add(properties, 0x1F, answer.reason());
    int code = version == MqttVersion.V5 ? answer.reasonCode() : 0;
    MqttMessage said =
        new MqttMessage(
            header(
                MqttMessageType.valueOf(answer.type().first() >>> 4),
                answer.type() == PacketType.PUBREL ? 1 : 0,
                false,
                false),
            new MqttPubReplyMessageVariableHeader(answer.packetId(), (byte) code, properties));
    Heard meant = new Heard(version);
    switch (answer.type()) {
      case PUBACK -> meant.pubAck(answer.packetId(), code);
      case PUBREC -> meant.pubRec(answer.packetId(), code);
      case PUBREL -> meant.pubRel(answer.packetId(), code);
      default -> meant.pubComp(answer.packetId(), code);
    }
    assertThat(reading(version, version, said).calls).isEqualTo(meant.calls);
  }

  @Property(tries = TRIES, seed = "4")
  void subscribe(
      @ForAll("packetIds") int packetId,
      @ForAll("subscriptionLists") List<Subscription> subscriptions,
      @ForAll("users") List<UserProperty> users) {
    MqttProperties properties = new MqttProperties();
    add(properties, 0x0B, packetId);
    add(properties, users);
    Subscribe five = new Subscribe(packetId, packetId, subscriptions);
    MqttSubscribeMessage said =
        new MqttSubscribeMessage(
            header(MqttMessageType.SUBSCRIBE, 1, false, false),
            new MqttMessageIdAndPropertiesVariableHeader(packetId, properties),
            new MqttSubscribePayload(
                subscriptions.stream().map(ReadsNettyPropertiesTest::topic).toList()));
    assertThat(reading(MqttVersion.V5, MqttVersion.V5, said).subscribe()).isEqualTo(five);
    List<Subscription> plain =
        subscriptions.stream()
            .map(one -> new Subscription(one.filter(), one.qos(), false, false, 0))
            .toList();
    assertThat(reading(MqttVersion.V3_1_1, MqttVersion.V3_1_1, said).subscribe())
        .isEqualTo(new Subscribe(packetId, 0, plain));
  }

  private static MqttTopicSubscription topic(Subscription said) {
    return new MqttTopicSubscription(
        said.filter(),
        new MqttSubscriptionOption(
            MqttQoS.valueOf(said.qos()),
            said.noLocal(),
            said.retainAsPublished(),
            RetainedHandlingPolicy.valueOf(said.retainHandling())));
  }

  @Property(tries = TRIES, seed = "5")
  void unsubscribe(
      @ForAll("versions") MqttVersion version,
      @ForAll("packetIds") int packetId,
      @ForAll("subscriptionLists") List<Subscription> subscriptions) {
    List<String> filters = subscriptions.stream().map(Subscription::filter).toList();
    MqttUnsubscribeMessage said =
        new MqttUnsubscribeMessage(
            header(MqttMessageType.UNSUBSCRIBE, 1, false, false),
            new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
            new MqttUnsubscribePayload(filters));
    assertThat(reading(version, version, said).calls)
        .containsExactly(new Unsubscribe(packetId, filters).toString());
  }

  @Property(tries = TRIES, seed = "6")
  void disconnect(
      @ForAll("disconnectCodes") int code, @ForAll("u32") long expiryS, @ForAll boolean isSaid) {
    MqttProperties properties = new MqttProperties();
    add(properties, 0x11, isSaid ? expiryS : MessageProperties.ABSENT);
    MqttMessage said =
        new MqttMessage(
            header(MqttMessageType.DISCONNECT, 0, false, false),
            new MqttReasonCodeAndPropertiesVariableHeader((byte) code, properties));
    assertThat(reading(MqttVersion.V5, MqttVersion.V5, said).calls)
        .containsExactly(
            "disconnect 0x" + Integer.toHexString(code) + " expiry=" + (isSaid ? expiryS : -1));
  }

  @Property(tries = TRIES, seed = "7")
  void auth(
      @ForAll("authCodes") int code, @ForAll("texts") String method, @ForAll("datas") byte[] data) {
    MqttProperties properties = new MqttProperties();
    add(properties, 0x15, method);
    add(properties, 0x16, data);
    MqttMessage said =
        new MqttMessage(
            header(MqttMessageType.AUTH, 0, false, false),
            new MqttReasonCodeAndPropertiesVariableHeader((byte) code, properties));
    Heard meant = new Heard(MqttVersion.V5);
    meant.auth(code, method, data);
    assertThat(reading(MqttVersion.V5, MqttVersion.V5, said).calls).isEqualTo(meant.calls);
  }

  @Provide
  Arbitrary<Connect> connects() {
    return Fields.connects();
  }

  @Provide
  Arbitrary<MqttVersion> versions() {
    return Fields.versions();
  }

  @Provide
  Arbitrary<Will> wills() {
    return Fields.wills();
  }

  @Provide
  Arbitrary<Integer> packetIds() {
    return Fields.packetIds();
  }

  @Provide
  Arbitrary<Answer> answers() {
    return Fields.answers();
  }

  @Provide
  Arbitrary<List<Subscription>> subscriptionLists() {
    return Fields.subscriptions().list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<UserProperty>> users() {
    return Fields.userProperties();
  }

  @Provide
  Arbitrary<Integer> disconnectCodes() {
    return Fields.codes(PacketType.DISCONNECT);
  }

  @Provide
  Arbitrary<Integer> authCodes() {
    return Fields.codes(PacketType.AUTH);
  }

  @Provide
  Arbitrary<Long> u32() {
    return Fields.u32();
  }

  @Provide
  Arbitrary<String> texts() {
    return Fields.texts();
  }

  @Provide
  Arbitrary<byte[]> datas() {
    return Fields.data();
  }
}
