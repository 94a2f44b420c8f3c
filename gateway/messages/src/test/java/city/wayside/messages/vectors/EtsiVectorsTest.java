package city.wayside.messages.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.uper.Uper;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EtsiVectorsTest {

  private final Unpacker unpacker = new Unpacker();

  @Test
  void everyMessageHasTheValuesThatTheOracleFound() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> right = new TreeMap<>();
    for (JsonNode vector : Vectors.of("etsi.jsonl")) {
      String id = vector.get("id").asText() + " " + vector.get("message").asText();
      byte[] bytes = Vectors.bytes(vector);
      switch (unpacker.unpack(bytes)) {
        case Unpacked.Rejected rejected -> wrong.add(id + ": " + rejected);
        case Unpacked.Message message -> {
          JsonNode value = Vectors.tree(CanonicalJson.write(message));
          String difference = Trees.difference(vector.get("oracle").get("value"), value);
          if (!difference.isEmpty()) {
            wrong.add(id + ": " + difference);
          }
          byte[] again = Uper.encode(message.format().type(), message.tape(), message.root());
          byte[] back = CanonicalJson.pack(message.format(), value.toString());
          if (!HexFormat.of().formatHex(again).equals(vector.get("hex").asText())) {
            wrong.add(id + ": encoded again " + HexFormat.of().formatHex(again));
          }
          if (isCanonical(vector)) {
            assertThat(back).as(id).isEqualTo(again);
          }
          right.merge(message.format().word() + " " + message.format().version(), 1, Integer::sum);
        }
      }
    }
    System.out.println("ETSI messages as the oracle read them, by kind and version: " + right);
    assertThat(wrong).isEmpty();
  }

  /// Three DENMs of the field carry validityDuration although it has its default value, which basic
  /// packed encoding allows and canonical encoding leaves out.
  private static boolean isCanonical(JsonNode vector) {
    for (JsonNode reading : vector.get("oracle").get("pycrate")) {
      if (reading.get("decoded").asBoolean() && reading.get("reencode_equal").asBoolean()) {
        return true;
      }
    }
    return false;
  }
}
