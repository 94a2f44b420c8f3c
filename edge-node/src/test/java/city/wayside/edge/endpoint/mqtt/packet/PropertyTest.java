package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertViolated;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V5;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyTest {

  /// Each property with a legal value, in hexadecimal digits.
  private static final Map<Integer, String> LEGAL =
      Map.ofEntries(
          Map.entry(0x01, "01"),
          Map.entry(0x02, "00000000"),
          Map.entry(0x03, "0000"),
          Map.entry(0x08, "000161"),
          Map.entry(0x09, "0000"),
          Map.entry(0x0B, "01"),
          Map.entry(0x11, "00000000"),
          Map.entry(0x12, "000161"),
          Map.entry(0x13, "0000"),
          Map.entry(0x15, "000161"),
          Map.entry(0x16, "0000"),
          Map.entry(0x17, "00"),
          Map.entry(0x18, "00000000"),
          Map.entry(0x19, "00"),
          Map.entry(0x1A, "000161"),
          Map.entry(0x1C, "000161"),
          Map.entry(0x1F, "000161"),
          Map.entry(0x21, "0001"),
          Map.entry(0x22, "0000"),
          Map.entry(0x23, "0001"),
          Map.entry(0x24, "00"),
          Map.entry(0x25, "00"),
          Map.entry(0x26, "0001610000"),
          Map.entry(0x27, "00000001"),
          Map.entry(0x28, "00"),
          Map.entry(0x29, "00"),
          Map.entry(0x2A, "00"));

  /// Where properties stand in each packet of a client, and which may stand there.
  enum Place {
    CONNECT(0x11, 0x21, 0x27, 0x22, 0x19, 0x17, 0x26, 0x15, 0x16),
    WILL(0x18, 0x01, 0x02, 0x03, 0x08, 0x09, 0x26),
    PUBLISH(0x01, 0x02, 0x23, 0x08, 0x09, 0x26, 0x03),
    PUBACK(0x1F, 0x26),
    PUBREC(0x1F, 0x26),
    PUBREL(0x1F, 0x26),
    PUBCOMP(0x1F, 0x26),
    SUBSCRIBE(0x0B, 0x26),
    UNSUBSCRIBE(0x26),
    DISCONNECT(0x11, 0x1F, 0x26),
    AUTH(0x15, 0x16, 0x1F, 0x26);

    private final long allowed;

    Place(int... properties) {
      this.allowed = IntStream.of(properties).mapToLong(one -> 1L << one).sum();
    }

    List<Integer> allowed() {
      return LEGAL.keySet().stream().filter(this::allows).sorted().toList();
    }

    boolean allows(int property) {
      return (allowed >>> property & 1) != 0;
    }

    byte[] packet(String properties) {
      return switch (this) {
        case CONNECT -> RawPacket.connect(5, 2).properties(properties).text("a").bytes();
        case WILL ->
            RawPacket.connect(5, 6)
                .properties("")
                .text("a")
                .properties(properties)
                .text("t")
                .text("")
                .bytes();
        case PUBLISH -> RawPacket.of(0x30).text("a").properties(properties).bytes();
        case PUBACK -> RawPacket.of(0x40).u16(1).u8(0).properties(properties).bytes();
        case PUBREC -> RawPacket.of(0x50).u16(1).u8(0).properties(properties).bytes();
        case PUBREL -> RawPacket.of(0x62).u16(1).u8(0).properties(properties).bytes();
        case PUBCOMP -> RawPacket.of(0x70).u16(1).u8(0).properties(properties).bytes();
        case SUBSCRIBE -> RawPacket.of(0x82).u16(1).properties(properties).text("a").u8(0).bytes();
        case UNSUBSCRIBE -> RawPacket.of(0xA2).u16(1).properties(properties).text("a").bytes();
        case DISCONNECT -> RawPacket.of(0xE0).u8(0).properties(properties).bytes();
        case AUTH -> RawPacket.of(0xF0).u8(0x18).properties(properties).bytes();
      };
    }

    /// What else there must be for the property to be legal.
    String with(int property) {
      boolean needsMethod = this == AUTH ? property != 0x15 : this == CONNECT && property == 0x16;
      return needsMethod ? "15" + LEGAL.get(0x15) : "";
    }

    boolean isFirst() {
      return this == CONNECT || this == WILL;
    }
  }

  private static Heard read(Place place, String properties) {
    return Heard.reading(place.isFirst() ? null : V5, place.packet(properties));
  }

  private static String one(int property) {
    return "%02x%s".formatted(property, LEGAL.get(property));
  }

  /// MQTT 5 §2.2.2.2: each property in each packet.
  @TestFactory
  Stream<DynamicTest> eachPropertyHasItsPackets() {
    return Stream.of(Place.values())
        .flatMap(place ->
            LEGAL.keySet().stream()
                .sorted()
                .map(property ->
                    DynamicTest.dynamicTest(
                        place + " " + Property.name(property),
                        () -> assertPlace(place, property))));
  }

  private static void assertPlace(Place place, int property) {
    Heard heard = read(place, place.with(property) + one(property));
    if (place.allows(property)) {
      assertThat(heard.calls).singleElement().asString().doesNotStartWith("violated");
      return;
    }
    int reasonCode = heard.violation().reasonCode();
    boolean isOfServers =
        (place == Place.PUBLISH && property == 0x0B)
            || (place == Place.DISCONNECT && property == 0x1C);
    if (isOfServers) {
      assertThat(reasonCode).as("a property of servers").isEqualTo(0x82);
    } else {
      assertThat(reasonCode).isEqualTo(0x81);
      assertThat(heard.violation().reason())
          .endsWith(": must not have the property " + Property.name(property));
    }
  }

  /// Only user properties may come again (§2.2.2.2).
  @TestFactory
  Stream<DynamicTest> noPropertyComesTwice() {
    return Stream.of(Place.values())
        .flatMap(place ->
            place.allowed().stream()
                .map(property ->
                    DynamicTest.dynamicTest(
                        place + " " + Property.name(property),
                        () -> assertTwice(place, property))));
  }

  private static void assertTwice(Place place, int property) {
    Heard heard = read(place, place.with(property) + one(property) + one(property));
    if (property == 0x26) {
      assertThat(heard.calls).singleElement().asString().doesNotStartWith("violated");
    } else {
      assertThat(heard.violation().reasonCode()).isEqualTo(0x82);
      assertThat(heard.violation().reason())
          .endsWith(": has more than one " + Property.name(property));
    }
  }

  /// Wherever it ends, it does not end well.
  @TestFactory
  Stream<DynamicTest> noPropertyIsCutOff() {
    return Stream.of(Place.values())
        .flatMap(place ->
            place.allowed().stream()
                .map(property ->
                    DynamicTest.dynamicTest(
                        place + " " + Property.name(property),
                        () -> assertNotCutOff(place, property))));
  }

  private static void assertNotCutOff(Place place, int property) {
    String whole = one(property);
    for (int digits = 2; digits < whole.length(); digits += 2) {
      Heard heard = read(place, place.with(property) + whole.substring(0, digits));
      assertThat(heard.violation().reasonCode()).isEqualTo(0x81);
      assertThat(heard.violation().reason()).endsWith(": ends within " + Property.name(property));
    }
  }

  @Test
  void allOtherNumbersAreUnknown() {
    Map<Integer, String> names = new HashMap<>();
    for (int property = -1; property < 300; property++) {
      String name = Property.name(property);
      if (name != null) {
        names.put(property, name);
      }
    }
    assertThat(names.keySet()).isEqualTo(LEGAL.keySet());
    assertThat(names.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "00,has the unknown property 0",
    "04,has the unknown property 4",
    "2b,has the unknown property 43",
    "7f,has the unknown property 127",
    "c101,has the unknown property 193",
    "8100,property identifier takes more bytes than it needs",
    "ffffffff,property identifier takes more than four bytes"
  })
  void anUnknownPropertyIsRefused(String digits, String reason) {
    assertViolated(V5, Place.PUBLISH.packet(digits), 0x81, "PUBLISH: " + reason);
  }

  /// Values that the standard calls protocol errors.
  @ParameterizedTest
  @CsvSource({
    "PUBLISH,0102,payload format indicator is 2; must be 0 or 1",
    "CONNECT,1702,request problem information is 2; must be 0 or 1",
    "CONNECT,19ff,request response information is 255; must be 0 or 1",
    "CONNECT,210000,receive maximum is 0",
    "CONNECT,2700000000,maximum packet size is 0",
    "SUBSCRIBE,0b00,subscription identifier is 0"
  })
  void anImpossibleValueIsRefused(Place place, String properties, String reason) {
    Violation violation = read(place, properties).violation();
    assertThat(violation.reasonCode()).isEqualTo(0x82);
    assertThat(violation.reason()).endsWith(": " + reason.replace(';', ','));
  }

  @Test
  void aSubscriptionIdentifierTakesUpToFourBytes() {
    assertThat(read(Place.SUBSCRIBE, "0bffffff7f").subscribe().identifier()).isEqualTo(268_435_455);
    assertThat(read(Place.SUBSCRIBE, "0bffffff8001").violation().reason())
        .endsWith("subscription identifier takes more than four bytes");
    assertThat(read(Place.SUBSCRIBE, "0b8100").violation().reason())
        .endsWith("subscription identifier takes more bytes than it needs");
    assertThat(read(Place.SUBSCRIBE, "").subscribe().identifier()).isZero();
  }

  /// MQTT-1.5.7-1.
  @Test
  void userPropertiesAreText() {
    assertThat(read(Place.PUBACK, "26 0001ff 0000").violation().reason())
        .isEqualTo("PUBACK: user property is not well-formed UTF-8");
    assertThat(read(Place.PUBACK, "26 0000 000100").violation().reason())
        .isEqualTo("PUBACK: user property has the character U+0000");
  }

  @Test
  void tooManyUserPropertiesAreRefused() {
    String four = one(0x26).repeat(4);
    assertThat(read(Place.CONNECT, four).connect().properties().userProperties()).hasSize(4);
    Violation violation = read(Place.CONNECT, four + one(0x26)).violation();
    assertThat(violation.reasonCode()).isEqualTo(0x97);
    assertThat(violation.reason()).isEqualTo("CONNECT: has more than 4 user properties");
  }

  @Test
  void aPropertyEndsBeforeItsSectionDoes() {
    byte[] packet = RawPacket.of(0x30).text("a").properties("02 0000").u16(0).bytes();
    assertViolated(V5, packet, 0x81, "PUBLISH: ends within message expiry interval");
  }

  @Test
  void theLengthIsChecked() {
    byte[] packet = RawPacket.of(0x30).text("a").u8(0x80).u8(0).bytes();
    assertViolated(V5, packet, 0x81, "PUBLISH: property length takes more bytes than it needs");
  }

  @Test
  void theWillHasUserPropertiesOfItsOwn() {
    byte[] packet =
        RawPacket.connect(5, 6)
            .properties("26 0001 61 0000")
            .text("a")
            .properties("26 0001 62 0000")
            .text("t")
            .text("")
            .bytes();
    Connect connect = Heard.reading(null, packet).connect();
    assertThat(connect.properties().userProperties()).containsExactly(new UserProperty("a", ""));
    assertThat(Objects.requireNonNull(connect.will()).properties().userProperties())
        .containsExactly(new UserProperty("b", ""));
  }
}
