package city.wayside.edge.decode;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReaderTest {

  private final StatusReader reader = new StatusReader(40);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "offline",
        "läuft, Tür offen",
        "{}",
        "{\"a\":[1,{\"b\":null}]}",
        "{\"a\":1}\n "
      })
  void anObjectOrALineOfTextIsAStatus(String text) {
    assertThat(read(text)).isEqualTo(new ClientStatus.Told(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{]", "{\"a\":1", "{} {}", "{\"a\":NaN}", "{a:1}", "{} x", "{\"a\":1,}"})
  void whatBeginsLikeAnObjectMustBeOne(String text) {
    assertThat(read(text))
        .isEqualTo(
            new ClientStatus.Unreadable(
                new Refused(Refusal.MALFORMED, "the status begins with { and is no JSON object")));
  }

  @Test
  void nestingIsLimited() {
    StatusReader roomy = new StatusReader(1000);
    String text = "{\"a\":".repeat(17) + "1" + "}".repeat(17);

    assertThat(roomy.read(inbound(text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(ClientStatus.Unreadable.class);
  }

  @Test
  void otherThingsAreRefused() {
    assertThat(read("two\nlines"))
        .isEqualTo(
            new ClientStatus.Unreadable(
                new Refused(Refusal.MALFORMED, "the status is a text with control characters")));
    assertThat(reader.read(inbound(new byte[] {'a', (byte) 0xC3})))
        .isEqualTo(
            new ClientStatus.Unreadable(new Refused(Refusal.MALFORMED, "the status is no UTF-8")));
    assertThat(read("x".repeat(41)))
        .isEqualTo(
            new ClientStatus.Unreadable(
                new Refused(Refusal.TOO_LARGE, "the status has 41 bytes, must be at most 40")));
  }

  private ClientStatus read(String text) {
    return reader.read(inbound(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Inbound inbound(byte[] bytes) {
    FakeClient client = FakeClient.of("a", _ -> {});
    return new Inbound(client, 1, MessageKind.STATUS, 1, bytes, 0, bytes.length, 0);
  }
}
