package city.wayside.edge.endpoint.mqtt.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A connection that writes down all it hears.
final class Heard implements PacketListener {

  static final PacketLimits LIMITS = new PacketLimits(4_096, 2_048, 4, 5, true);

  private static final HexFormat HEX = HexFormat.of();

  /// Everything, in words.
  final List<String> calls = new ArrayList<>();

  /// How many packets more are wanted.
  int wanted = Integer.MAX_VALUE;

  private @Nullable MqttVersion version;
  private @Nullable Connect connect;
  private @Nullable Subscribe subscribe;
  private @Nullable Violation violation;

  Heard(@Nullable MqttVersion version) {
    this.version = version;
  }

  /// What a reader with common limits finds in bytes.
  static Heard reading(@Nullable MqttVersion version, byte[] bytes) {
    Heard heard = new Heard(version);
    int read = new PacketReader(LIMITS).read(bytes, 0, bytes.length, heard);
    assertThat(read).isBetween(0, bytes.length);
    if (heard.violation == null) {
      assertThat(read).as("all is read").isEqualTo(bytes.length);
    }
    return heard;
  }

  static void assertTaken(@Nullable MqttVersion version, byte[] bytes, String... calls) {
    assertThat(reading(version, bytes).calls).containsExactly(calls);
  }

  /// Nothing is heard but this violation.
  static void assertViolated(
      @Nullable MqttVersion version, byte[] bytes, int reasonCode, String reason) {
    Heard heard = reading(version, bytes);
    assertThat(heard.calls).containsExactly("violated " + hex(reasonCode) + " " + reason);
  }

  private static String hex(int code) {
    return "0x" + Integer.toHexString(code);
  }

  Connect connect() {
    return Objects.requireNonNull(connect, "no CONNECT was heard");
  }

  Subscribe subscribe() {
    return Objects.requireNonNull(subscribe, "no SUBSCRIBE was heard");
  }

  Violation violation() {
    return Objects.requireNonNull(violation, "no violation was heard");
  }

  @Override
  public @Nullable MqttVersion version() {
    return version;
  }

  @Override
  public boolean isReading() {
    return violation == null && wanted > 0;
  }

  private void say(String words) {
    assertThat(violation).as("nothing comes after a violation").isNull();
    calls.add(words);
    wanted--;
  }

  @Override
  public void connect(Connect heard) {
    connect = heard;
    version = heard.version();
    Will will = heard.will();
    say(
        "connect %s id=%s clean=%s keepAlive=%d user=%s password=%s %s will=%s"
            .formatted(
                heard.version(),
                heard.clientId(),
                heard.cleanStart(),
                heard.keepAliveS(),
                heard.userName(),
                hex(heard.password()),
                words(heard.properties()),
                will == null ? "none" : words(will)));
  }

  private static String words(ConnectProperties said) {
    return "expiry=%d receive=%d size=%d aliases=%d asks=%s,%s %s auth=%s,%s"
        .formatted(
            said.sessionExpiryS(),
            said.receiveMax(),
            said.packetBytesMax(),
            said.topicAliasMax(),
            said.requestsResponseInformation(),
            said.requestsProblemInformation(),
            said.userProperties(),
            said.authMethod(),
            hex(said.authData()));
  }

  private static String words(Will will) {
    return "%s qos=%d retain=%s delay=%d payload=%s %s"
        .formatted(
            will.topic(),
            will.qos(),
            will.isRetain(),
            will.delayS(),
            hex(will.payload()),
            words(will.properties()));
  }

  private static String words(MessageProperties said) {
    return "format=%d expiry=%d type=%s response=%s correlation=%s %s"
        .formatted(
            said.payloadFormat(),
            said.messageExpiryS(),
            said.contentType(),
            said.responseTopic(),
            hex(said.correlationData()),
            said.userProperties());
  }

  private static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : HEX.formatHex(bytes);
  }

  @Override
  public void publish(Publish heard) {
    assertThat(heard.properties().payloadFormat()).isEqualTo(heard.payloadFormat());
    assertThat(heard.properties().messageExpiryS()).isEqualTo(heard.messageExpiryS());
    assertThat(heard.properties().contentType()).isEqualTo(heard.contentType());
    assertThat(heard.properties().responseTopic()).isEqualTo(heard.responseTopic());
    assertThat(heard.properties().correlationData()).isEqualTo(heard.correlationData());
    assertThat(heard.properties().userProperties()).isEqualTo(heard.userProperties());
    int from = heard.payloadOffset();
    byte[] payload = Arrays.copyOfRange(heard.bytes(), from, from + heard.payloadLength());
    Will message =
        new Will(heard.topic(), payload, heard.qos(), heard.isRetain(), 0, heard.properties());
    say(published(message, heard.packetId(), heard.isDup(), heard.topicAlias()));
  }

  /// The words for a message that was published.
  static String published(Will message, int packetId, boolean isDup, int topicAlias) {
    return "publish %s id=%d qos=%d dup=%s retain=%s alias=%d payload=%s %s"
        .formatted(
            message.topic(),
            packetId,
            message.qos(),
            isDup,
            message.isRetain(),
            topicAlias,
            hex(message.payload()),
            words(message.properties()));
  }

  @Override
  public void pubAck(int packetId, int reasonCode) {
    say("pubAck " + packetId + " " + hex(reasonCode));
  }

  @Override
  public void pubRec(int packetId, int reasonCode) {
    say("pubRec " + packetId + " " + hex(reasonCode));
  }

  @Override
  public void pubRel(int packetId, int reasonCode) {
    say("pubRel " + packetId + " " + hex(reasonCode));
  }

  @Override
  public void pubComp(int packetId, int reasonCode) {
    say("pubComp " + packetId + " " + hex(reasonCode));
  }

  @Override
  public void subscribe(Subscribe heard) {
    subscribe = heard;
    say(heard.toString());
  }

  @Override
  public void unsubscribe(Unsubscribe heard) {
    say(heard.toString());
  }

  @Override
  public void pingRequest() {
    say("ping");
  }

  @Override
  public void disconnect(int reasonCode, long sessionExpiryS) {
    say("disconnect " + hex(reasonCode) + " expiry=" + sessionExpiryS);
  }

  @Override
  public void auth(int reasonCode, String method, byte[] data) {
    say("auth " + hex(reasonCode) + " " + method + " " + hex(data));
  }

  @Override
  public void violated(Violation told) {
    say("violated " + hex(told.reasonCode()) + " " + told.reason());
    violation = told;
  }
}
