package city.wayside.messages.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Uper;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SaeVectorsTest {

  /// Messages that the oracle refuses although the standard allows them.
  private static final Map<String, String> ORACLE_IS_STRICTER =
      Map.of(
          "j2735-e2f3e78d9ec4", "its check of a bit string's size knows no extension",
          "j2735-2fc2feda703d", "its check of a bit string's size knows no extension",
          "j2735-0faa72e2ff09", "its check of a number's range knows no extension",
          "j2735-0f58e62ca162", "its check of a number's range knows no extension",
          "j2735-e89efb1ab217", "a regional extension that it does not know stops it",
          "j2735-bc567f84b7d3", "an older road safety message, which is carried as octets here");

  /// Four octets of another protocol in front of a frame.
  private static final String FOREIGN_HEADER = "011d0000";

  private final Unpacker unpacker = new Unpacker();

  @Test
  void everyFrameHasTheValuesThatTheOracleFound() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> right = new TreeMap<>();
    int leaves = 0;
    for (JsonNode vector : Vectors.of("j2735.jsonl")) {
      String id = vector.get("id").asText() + " " + vector.get("message").asText();
      boolean valid =
          vector.get("oracle").get("decoded").asBoolean()
              || ORACLE_IS_STRICTER.containsKey(vector.get("id").asText());
      switch (unpacker.unpack(Vectors.bytes(vector))) {
        case Unpacked.Rejected rejected -> {
          if (valid) {
            wrong.add(id + ": " + rejected);
          } else {
            right.merge("refused", 1, Integer::sum);
          }
        }
        case Unpacked.Message message -> {
          if (!valid) {
            wrong.add(id + ": not refused, " + vector.get("oracle").get("error"));
            continue;
          }
          byte[] again = Uper.encode(message.format().type(), message.tape(), message.root());
          if (!HexFormat.of().formatHex(again).equals(vector.get("hex").asText())) {
            wrong.add(id + ": encoded again " + HexFormat.of().formatHex(again));
          }
          assertThat(CanonicalJson.pack(message.format(), CanonicalJson.write(message)))
              .as(id)
              .isEqualTo(again);
          if (vector.get("oracle").has("xer") && isUnderstood(message)) {
            XmlValues values = new XmlValues(message.tape());
            String difference =
                values.difference(
                    message.format().type(),
                    message.root(),
                    XmlValues.parse(vector.get("oracle").get("xer").asText()));
            leaves += values.leaves();
            if (!difference.isEmpty()) {
              wrong.add(id + ": " + difference);
            }
          }
          right.merge(message.format().word(), 1, Integer::sum);
        }
      }
    }
    System.out.println("SAE frames as the oracle read them, by kind: " + right);
    System.out.println("values compared one by one: " + leaves);
    assertThat(wrong).isEmpty();
  }

  private static boolean isUnderstood(Unpacked.Message message) {
    long value = message.tape().cell((int) message.root() + 1);
    return message.tape().cell((int) value) != OpenType.UNKNOWN;
  }

  @Test
  void everyBareValueIsReadAndWritten() {
    OpenType messages = (OpenType) MessageFrame.MESSAGE_FRAME.fields().get(1).type();
    Uper uper = new Uper();
    Tape tape = new Tape();
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> right = new TreeMap<>();
    for (JsonNode vector : Vectors.of("j2735_bare_types.jsonl")) {
      String name = vector.get("message").asText();
      int position = messages.position(name);
      if (position == OpenType.UNKNOWN) {
        right.merge("not understood: " + name, 1, Integer::sum);
        continue;
      }
      OpenType.Entry entry = messages.entries().get(position);
      byte[] bytes = Vectors.bytes(vector);
      try {
        long root = uper.decode(entry.type(), bytes, 0, bytes.length, tape);
        assertThat(Uper.encode(entry.type(), tape, root)).isEqualTo(bytes);
        String difference =
            new XmlValues(tape)
                .difference(
                    entry.type(), root, XmlValues.parse(vector.get("oracle").get("xer").asText()));
        if (!difference.isEmpty()) {
          wrong.add(vector.get("id").asText() + " " + name + ": " + difference);
        }
        right.merge(name, 1, Integer::sum);
      } catch (Malformed malformed) {
        wrong.add(vector.get("id").asText() + " " + name + ": " + malformed.reason());
      }
    }
    System.out.println("SAE values without a frame, by kind: " + right);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFrameOfTheOdeIsReadAndWritten() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> right = new TreeMap<>();
    for (JsonNode pair : Vectors.of("ode_json_pairs.jsonl")) {
      String hex = pair.get("hex").asText();
      switch (unpacker.unpack(Vectors.bytes(pair))) {
        case Unpacked.Message message -> {
          String again =
              HexFormat.of()
                  .formatHex(Uper.encode(message.format().type(), message.tape(), message.root()));
          if (!hex.startsWith(again)) {
            wrong.add(hex + " encoded again " + again);
          }
          right.merge(
              message.format().word() + (hex.equals(again) ? "" : ", then a trailer"),
              1,
              Integer::sum);
        }
        case Unpacked.Rejected rejected -> {
          if (hex.startsWith(FOREIGN_HEADER)) {
            right.merge("refused", 1, Integer::sum);
          } else {
            wrong.add(hex + ": " + rejected);
          }
        }
      }
    }
    System.out.println("SAE frames of the ODE, by kind: " + right);
    assertThat(wrong).isEmpty();
  }
}
