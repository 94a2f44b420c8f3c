package city.wayside.messages;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.canonical.MessageJson;
import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageOpenerTest {

  private final MessageOpener opener = new MessageOpener();
  private final Unpacker unpacker = new Unpacker();

  @ParameterizedTest
  @ValueSource(strings = {"etsi.jsonl", "j2735.jsonl"})
  void aBareMessageIsUnpackedAsItIs(String file) {
    for (JsonNode vector : Vectors.of(file)) {
      byte[] bytes = Vectors.bytes(vector);
      MessageOpener.Opened opened = opener.open(bytes, 0, bytes.length);
      if (unpacker.unpack(bytes) instanceof Unpacked.Message message) {
        assertThat(opened.envelope()).as(vector.get("id").asText()).isNull();
        assertThat(MessageJson.write(opened)).isEqualTo(MessageJson.write(message));
      } else {
        assertThat(opened.unpacked()).isInstanceOf(Unpacked.Rejected.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"geonetworking.jsonl", "ieee1609dot2.jsonl"})
  void aMessageInAnEnvelopeIsReached(String file) {
    Map<String, Integer> reached = new TreeMap<>();
    List<String> refused = new ArrayList<>();
    for (JsonNode vector : Vectors.of(file)) {
      byte[] bytes = Vectors.bytes(vector);
      switch (opener.open(bytes, 0, bytes.length).unpacked()) {
        case Unpacked.Message message -> reached.merge(message.format().word(), 1, Integer::sum);
        case Unpacked.Rejected rejected ->
            refused.add(vector.get("id").asText() + ": " + rejected.refused().reason());
      }
    }
    System.out.println(file + ": reached " + reached + ", refused " + refused.size());
    assertThat(reached.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(Vectors.of(file).size() - refused.size())
        .isGreaterThan(file.startsWith("geo") ? 12 : 9);
  }

  @Test
  void aRejectionsPlaceCountsFromTheEnvelope() {
    // Unsecured IEEE 1609.2 data (03 80, three bytes of length and payload) around a cut-off CAM.
    byte[] bytes = HexFormat.of().parseHex("038003020200");

    assertThat(opener.open(bytes, 0, bytes.length).unpacked())
        .isInstanceOfSatisfying(
            Unpacked.Rejected.class,
            rejected -> assertThat(rejected.bitOffset()).isGreaterThanOrEqualTo(24));
  }
}
