package city.wayside.edge.endpoint.mqtt.packet;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Fields of packets, anything that is legal in them.
final class Fields {

  private static final long U32_MAX = 0xFFFF_FFFFL;

  private Fields() {}

  static Arbitrary<MqttVersion> versions() {
    return Arbitraries.of(MqttVersion.class);
  }

  /// Any text without U+0000, of one to four bytes a character.
  static Arbitrary<String> texts() {
    Arbitrary<String> characters =
        Arbitraries.oneOf(
            Arbitraries.chars().range(' ', '~').map(String::valueOf),
            Arbitraries.of("ä", "\u0001", "\u07FF", "\u0800", "€", "\uD7FF", "\uE000", "\uFEFF"),
            Arbitraries.of("😀", "\uD800\uDC00", "\uDBFF\uDFFF"));
    return characters.list().ofMaxSize(20).map(list -> String.join("", list));
  }

  static Arbitrary<String> topics() {
    return texts()
        .map(text -> text.replace('+', '/').replace('#', '/'))
        .filter(text -> !text.isEmpty());
  }

  static Arbitrary<String> filters() {
    Arbitrary<String> levels =
        Arbitraries.oneOf(Arbitraries.just("+"), topics().map(topic -> topic.replace('$', 'd')));
    return Combinators.combine(levels.list().ofMinSize(1).ofMaxSize(5), Arbitraries.of("", "/#"))
        .as((list, last) -> String.join("/", list) + last);
  }

  static Arbitrary<byte[]> data() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
  }

  static Arbitrary<Integer> qos() {
    return Arbitraries.integers().between(0, 2);
  }

  static Arbitrary<Boolean> flags() {
    return Arbitraries.of(true, false);
  }

  static Arbitrary<Integer> packetIds() {
    return Arbitraries.integers().between(1, 65_535);
  }

  static Arbitrary<Long> u32() {
    return Arbitraries.longs().between(0, U32_MAX);
  }

  static Arbitrary<List<UserProperty>> userProperties() {
    return Combinators.combine(texts(), texts()).as(UserProperty::new).list().ofMaxSize(3);
  }

  /// What goes with a message whose payload is not judged.
  static Arbitrary<MessageProperties> messageProperties() {
    return Combinators.combine(
            Arbitraries.of(MessageProperties.ABSENT, 0),
            Arbitraries.oneOf(Arbitraries.just((long) MessageProperties.ABSENT), u32()),
            texts().injectNull(0.3),
            topics().injectNull(0.3),
            data().injectNull(0.3),
            userProperties())
        .as(MessageProperties::new);
  }

  static Arbitrary<ConnectProperties> connectProperties() {
    return Combinators.combine(
            u32(),
            packetIds(),
            Arbitraries.longs().between(1, U32_MAX),
            Arbitraries.integers().between(0, 65_535),
            flags(),
            flags(),
            userProperties(),
            Combinators.combine(texts(), data().injectNull(0.5)).as(Proof::new).injectNull(0.5))
        .as((expiryS, receive, size, aliases, response, problem, users, proof) ->
            new ConnectProperties(
                expiryS,
                receive,
                size,
                aliases,
                response,
                problem,
                users,
                proof == null ? null : proof.method(),
                proof == null ? null : proof.data()));
  }

  private record Proof(String method, byte @Nullable [] data) {}

  static Arbitrary<Will> wills() {
    return Combinators.combine(topics(), data(), qos(), flags(), u32(), messageProperties())
        .as(Will::new);
  }

  static Arbitrary<Connect> connects() {
    Arbitrary<Connect> connects =
        Combinators.combine(
                versions(),
                texts(),
                flags(),
                Arbitraries.integers().between(0, 65_535),
                wills().injectNull(0.3),
                texts().injectNull(0.3),
                data().injectNull(0.3),
                connectProperties())
            .as(Connect::new);
    return connects.map(Fields::possible);
  }

  /// Leaves out what the version does not have, and a password alone, which Netty does not write.
  private static Connect possible(Connect any) {
    boolean is5 = any.version() == MqttVersion.V5;
    Will will = any.will();
    return new Connect(
        any.version(),
        any.clientId(),
        any.cleanStart(),
        any.keepAliveS(),
        will == null || is5 ? will : plain(will),
        any.userName(),
        any.userName() == null ? null : any.password(),
        is5 ? any.properties() : ConnectProperties.ofVersion3(any.cleanStart()));
  }

  private static Will plain(Will will) {
    return new Will(
        will.topic(), will.payload(), will.qos(), will.isRetain(), 0, MessageProperties.none());
  }

  static Arbitrary<Subscription> subscriptions() {
    return Combinators.combine(
            filters(), qos(), flags(), flags(), Arbitraries.integers().between(0, 2))
        .as(Subscription::new);
  }

  /// An answer: its type, its packet identifier, its reason code.
  static Arbitrary<Answer> answers() {
    List<PacketType> types =
        List.of(PacketType.PUBACK, PacketType.PUBREC, PacketType.PUBREL, PacketType.PUBCOMP);
    return Arbitraries.of(types)
        .flatMap(type ->
            Combinators.combine(packetIds(), codes(type), texts().injectNull(0.5))
                .as((packetId, code, reason) -> new Answer(type, packetId, code, reason)));
  }

  record Answer(PacketType type, int packetId, int reasonCode, @Nullable String reason) {}

  static Arbitrary<Integer> codes(PacketType type) {
    int[] codes = new int[256];
    int count = 0;
    for (int code = 0; code < 256; code++) {
      if (ReasonCode.isAllowed(type, code)) {
        codes[count++] = code;
      }
    }
    return Arbitraries.of(Arrays.stream(codes, 0, count).boxed().toList());
  }
}
