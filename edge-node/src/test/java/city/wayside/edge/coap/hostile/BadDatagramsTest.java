package city.wayside.edge.coap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.model.telemetry.Metric;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Datagrams that break the rules of messages and options (RFC 7252 §3, §4, §5.4).
@ExtendWith(Served.class)
class BadDatagramsTest {

  private static final byte[] NOTHING = {};
  private static final int DATAGRAM_BYTES_MAX = 2048;
  private static final int UDP_PAYLOAD_MAX = 65_507;

  private final Server server;
  private final RawCoap raw;
  private final CoapNeighbour neighbour;

  BadDatagramsTest(Server server) {
    this.server = server;
    this.raw = new RawCoap(server.coapPort());
    this.neighbour = new CoapNeighbour(server);
  }

  @AfterEach
  void theNeighbourIsServed() {
    raw.close();
    neighbour.isServed();
    neighbour.close();
  }

  private void send(String hex) {
    raw.send(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private long dropped(String reason) {
    return server.count(Metric.EDGE_COAP_DROPPED, reason);
  }

  /// What is confirmable and breaks the format is rejected (RFC 7252 §4.2).
  @ParameterizedTest
  @CsvSource({
    "delta 15, 40 01 12 34 f0",
    "delta 15 behind an option, 40 01 12 34 b2 76 31 f1 00",
    "length 15, 40 01 12 34 bf 00",
    "a length past the end, 40 01 12 34 b9 76",
    "a longer length past the end, 40 01 12 34 bd ff 76 31",
    "the longest length past the end, 40 01 12 34 be ff ff 76 31",
    "a delta that is cut off, 40 01 12 34 e0 01",
    "an option number that is too high, 40 01 12 34 e0 fe f2 e0 00 00",
    "a token past the end, 44 01 12 34 01 02",
    "a payload marker without payload, 40 01 12 34 b2 76 31 ff",
    "an empty message with a token, 41 00 12 34 01",
    "an empty message with a payload, 40 00 12 34 ff 01",
    "the reserved class 1, 40 21 12 34",
    "the reserved class 6, 40 c1 12 34",
    "a signal of TCP's, 40 e2 12 34"
  })
  void whatBreaksTheFormatIsRejected(String what, String hex) {
    long before = dropped("malformed");

    send(hex);

    Received answer = raw.receive();
    assertThat(answer.type()).as(what).isEqualTo(RawCoap.RST);
    assertThat(answer.codeText()).as(what).isEqualTo("0.00");
    assertThat(answer.messageId()).as(what).isEqualTo(0x1234);
    Soon.await().alias(what).until(() -> dropped("malformed") == before + 1);
  }

  /// Without a proper header nothing is answered, and neither is what is not confirmable.
  @ParameterizedTest
  @CsvSource({
    "nothing at all but a byte, 40",
    "half a header, 40 01 12",
    "version 0, 00 01 12 34",
    "version 2, 80 01 12 34",
    "version 3, c0 01 12 34",
    "a token of 9 bytes, 49 01 12 34 01 02 03 04 05 06 07 08 09",
    "a token of 15 bytes, 4f 01 12 34 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f",
    "delta 15 and not confirmable, 50 01 12 34 f0",
    "an empty message with a payload and not confirmable, 50 00 12 34 ff 01",
    "a reset with a code, 70 01 12 34",
    "an acknowledgement that breaks the format, 60 45 12 34 f0",
    "the beginning of TLS, 16 03 01 00 05 01 00 00 01 00"
  })
  void whatCannotBeRejectedIsPassedOver(String what, String hex) {
    long before = dropped("malformed");

    send(hex);

    Soon.await().alias(what).until(() -> dropped("malformed") == before + 1);
    assertThat(raw.get("v1/time").codeText()).as(what).isEqualTo("2.05");
  }

  private Received get(Option... more) {
    return raw.ask(RawCoap.CON, RawCoap.GET, RawCoap.options("v1/time", more), NOTHING);
  }

  /// Critical ones (RFC 7252 §5.4.1, §5.4.3, §5.4.5): unknown, too long, too short, or once too
  /// often.
  @ParameterizedTest
  @CsvSource({"9, 1", "13, 0", "19, 1", "31, 1", "2049, 3", "65535, 1", "11, 256", "15, 256"})
  void criticalOptionsThatCannotBeUnderstoodAreRefused(int number, int length) {
    assertThat(get(new Option(number, new byte[length])).codeText()).isEqualTo("4.02");
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "3, 256", "7, 3", "17, 3", "23, 4", "27, 4", "35, 0", "39, 0"})
  void criticalOptionsOfAWrongLengthAreRefused(int number, int length) {
    assertThat(get(new Option(number, filled(length))).codeText()).isEqualTo("4.02");
  }

  /// Numbers with zeros in front would be shorter without (RFC 7252 §3.2).
  private static byte[] filled(int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) 0x7F);
    return value;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 17})
  void criticalOptionsThatComeTwiceAreRefused(int number) {
    Option option = Option.of(number, 50);

    assertThat(get(option, option).codeText()).isEqualTo("4.02");
  }

  /// Elective ones, unknown or of a wrong length, are passed over.
  @ParameterizedTest
  @CsvSource({
    "10, 1",
    "2048, 300",
    "65534, 0",
    "4, 9",
    "4, 0",
    "6, 4",
    "12, 3",
    "14, 5",
    "60, 5",
    "252, 41",
    "258, 2",
    "292, 9"
  })
  void electiveOptionsThatCannotBeUnderstoodAreLeftAside(int number, int length) {
    assertThat(get(new Option(number, filled(length))).codeText()).isEqualTo("2.05");
  }

  /// A path or query that is no UTF-8 leads nowhere (RFC 7252 §3.2).
  @Test
  void textThatIsNoneLeadsNowhere() {
    List<Option> path =
        List.of(
            Option.of(RawCoap.URI_PATH, "v1"),
            new Option(RawCoap.URI_PATH, new byte[] {(byte) 0xC3, 0x28}));

    assertThat(raw.ask(RawCoap.CON, RawCoap.GET, path, NOTHING).codeText()).startsWith("4.");
  }

  /// An answer to nothing (RFC 7252 §4.2, §4.3), whatever it says.
  @ParameterizedTest
  @ValueSource(strings = {"50 45 12 34", "60 45 12 34", "48 45 12 34 01 02 03 04 05 06 07 08"})
  void answersToNothingArePassedOver(String hex) {
    long before = dropped("unasked");

    send(hex);

    Soon.await().until(() -> dropped("unasked") == before + 1);
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
  }

  @ParameterizedTest
  @ValueSource(ints = {DATAGRAM_BYTES_MAX + 1, 10_000, UDP_PAYLOAD_MAX})
  void datagramsThatAreTooLongAreDropped(int length) {
    long before = dropped("too_long");
    byte[] datagram = new byte[length];
    byte[] good =
        raw.request(RawCoap.CON, RawCoap.POST, RawCoap.path("v1/up/1/probe"), new byte[1]).bytes();
    System.arraycopy(good, 0, datagram, 0, good.length);

    raw.send(datagram);

    Soon.await().until(() -> dropped("too_long") == before + 1);
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
  }

  @Test
  void anythingAtAllIsDealtWith() {
    SplittableRandom random = new SplittableRandom(7);
    for (int count = 0; count < 2000; count++) {
      byte[] noise = new byte[random.nextInt(1, 80)];
      random.nextBytes(noise);
      raw.send(noise);
      if (count % 100 == 99) {
        neighbour.isServed();
      }
    }
  }
}
