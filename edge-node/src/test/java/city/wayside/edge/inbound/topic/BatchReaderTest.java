package city.wayside.edge.inbound.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchReaderTest {

  private final BatchReader reader = new BatchReader();

  /// The example of MQTT.md: a CAM and a probe.
  @Test
  void aBatchIsWalkedOver() {
    String cam =
        "0202000003e97918005ab201330e27cfcd01f41686cc316a10003661" + "22300402c0928ca40b61ff9480";
    String probe =
        "7b2273746174696f6e223a343731322c2274223a313739353030303030303030302c"
            + "226c6174223a35332e353530332c226c6f6e223a392e393932317d";
    String batch =
        "03"
            + "63616d" // type: 3 bytes, "cam"
            + "0029"
            + cam // payload: 41 bytes
            + "05"
            + "70726f6265" // type: 5 bytes, "probe"
            + "003d"
            + probe; // payload: 61 bytes
    assertThat(read(HexFormat.of().parseHex(batch)))
        .containsExactly("0 CAM " + cam, "1 PROBE " + probe);
  }

  @Test
  void aTypeThatNobodyKnowsIsRefusedAlone() {
    byte[] batch = batch("cam", "01", "smoke", "02", "", "03", "CAM", "04", "denm", "");
    String unknown = ": the type must be one of cam, denm, probe and the other known types";
    assertThat(read(batch))
        .containsExactly(
            "0 CAM 01",
            "1 UNKNOWN_TOPIC message 1 of the batch, at byte 7" + unknown,
            "2 UNKNOWN_TOPIC message 2 of the batch, at byte 16" + unknown,
            "3 UNKNOWN_TOPIC message 3 of the batch, at byte 20" + unknown,
            "4 DENM ");
  }

  @Test
  void whereLengthsDoNotFitTheRestIsLost() {
    byte[] batch = batch("cam", "01", "cam", "0203", "cam", "04");
    batch[12] = 20; // the second payload's length
    assertThat(read(batch))
        .containsExactly(
            "0 CAM 01",
            "1 MALFORMED message 1 of the batch, at byte 7: the payload has 20 bytes where 9 are"
                + " left; the rest of the batch is not read");
  }

  @Test
  void aTypeLongerThanTheRestIsBroken() {
    byte[] batch = batch("cam", "01", "cam", "0203");
    batch[7] = (byte) 200;
    assertThat(read(batch))
        .containsExactly(
            "0 CAM 01",
            "1 MALFORMED message 1 of the batch, at byte 7: the type has 200 bytes, and with the"
                + " lengths needs 203 where 8 are left; the rest of the batch is not read");
  }

  @Test
  void aBatchCutOffAnywhereLosesItsLastMessageOnly() {
    byte[] batch = batch("cam", "01", "probe", "0203", "denm", "040506");
    for (int length = 1; length < batch.length; length++) {
      reader.start(batch, 0, length);
      int messages = 0;
      while (reader.next()) {
        messages += reader.refused() == null ? 1 : 0;
      }
      assertThat(messages)
          .as("of %d bytes", length)
          .isEqualTo(length < 7 ? 0 : length < 17 ? 1 : 2);
    }
  }

  @Test
  void anEmptyBatchIsRefused() {
    assertThat(read(new byte[0]))
        .containsExactly(
            "0 MALFORMED message 0 of the batch, at byte 0: a batch must have at least one message;"
                + " the rest of the batch is not read");
  }

  @Test
  void messagesBeyondTheLimitAreRefusedTogether() {
    String[] parts = new String[2 * (BatchReader.MESSAGES_MAX + 2)];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "cam";
      parts[i + 1] = "";
    }
    List<String> all = read(batch(parts));
    assertThat(all).hasSize(BatchReader.MESSAGES_MAX + 1);
    assertThat(all.getLast())
        .isEqualTo(
            "512 TOO_LARGE message 512 of the batch, at byte 3072: a batch may have at most 512"
                + " messages; the rest of the batch is not read");
    assertThat(all.get(BatchReader.MESSAGES_MAX - 1)).isEqualTo("511 CAM ");
  }

  @Test
  void aReaderIsUsedAgain() {
    read(new byte[] {9});
    assertThat(read(batch("cam", "01"))).containsExactly("0 CAM 01");
  }

  @Test
  void whatIsRefusedHasNoKind() {
    reader.start(new byte[] {9}, 0, 1);
    assertThat(reader.next()).isTrue();
    assertThatIllegalStateException().isThrownBy(reader::kind);
  }

  @Property
  void whatIsWrittenIsRead(@ForAll @Size(max = 30) List<@Size(max = 300) byte[]> payloads) {
    MessageKind[] kinds = MessageKind.values();
    List<String> expected = new ArrayList<>();
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (int i = 0; i < payloads.size(); i++) {
      MessageKind kind = kinds[i % kinds.length];
      write(batch, kind.word(), payloads.get(i));
      expected.add(i + " " + kind + " " + HexFormat.of().formatHex(payloads.get(i)));
    }
    if (!payloads.isEmpty()) {
      assertThat(read(batch.toByteArray())).isEqualTo(expected);
    }
  }

  @Property
  void anyBytesComeToAnEnd(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(read(bytes)).hasSizeBetween(1, BatchReader.MESSAGES_MAX + 1);
  }

  /// Reads from the middle of an array: what stands around a batch is not its own.
  private List<String> read(byte[] batch) {
    byte[] scratch = new byte[batch.length + 20];
    System.arraycopy(batch, 0, scratch, 10, batch.length);
    reader.start(scratch, 10, batch.length);
    List<String> all = new ArrayList<>();
    while (reader.next()) {
      Refused refused = reader.refused();
      all.add(
          reader.index()
              + " "
              + (refused == null
                  ? reader.kind()
                      + " "
                      + HexFormat.of()
                          .formatHex(scratch, reader.offset(), reader.offset() + reader.length())
                  : refused.code() + " " + refused.reason()));
      assertThat(refused == null || refused.code() != Refusal.TOO_LARGE || !reader.next()).isTrue();
    }
    return all;
  }

  private static byte[] batch(String... parts) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (int i = 0; i < parts.length; i += 2) {
      write(batch, parts[i], HexFormat.of().parseHex(parts[i + 1]));
    }
    return batch.toByteArray();
  }

  private static void write(ByteArrayOutputStream batch, String type, byte[] payload) {
    byte[] word = type.getBytes(StandardCharsets.US_ASCII);
    batch.write(word.length);
    batch.writeBytes(word);
    batch.write(payload.length >> 8);
    batch.write(payload.length);
    batch.writeBytes(payload);
  }
}
