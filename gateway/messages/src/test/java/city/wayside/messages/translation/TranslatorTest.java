package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.RandomMessages;
import city.wayside.messages.Standard;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TranslatorTest {

  private static final Set<String> KINDS =
      Set.of("cam", "denm", "vam", "cpm", "ivim", "bsm", "psm", "tim");

  @Test
  void everyReferenceMessageOfTheseKindsIsTranslated() {
    Map<String, Integer> kinds = new TreeMap<>();
    for (String file : List.of("etsi.jsonl", "j2735.jsonl", "ode_json_pairs.jsonl")) {
      for (JsonNode vector : Vectors.of(file)) {
        switch (Translated.of(Vectors.bytes(vector))) {
          case Decoded.Undecodable undecodable ->
              kinds.merge("refused: " + undecodable.refused().code().word(), 1, Integer::sum);
          case Decoded decoded ->
              kinds.merge(
                  vector.get("message").asText() + " as " + decoded.getClass().getSimpleName(),
                  1,
                  Integer::sum);
        }
      }
    }
    System.out.println("reference messages translated: " + kinds);
    assertThat(kinds)
        .containsEntry("CAM as Report", 14)
        .containsEntry("DENM as Events", 17)
        .containsEntry("VAM as Report", 2)
        .containsEntry("IVIM as Events", 2)
        .containsEntry("CPM as Reports", 1)
        .containsEntry("BasicSafetyMessage as Report", 391)
        .containsEntry("PersonalSafetyMessage as Report", 1)
        .containsEntry("TravelerInformation as Events", 14);
  }

  @Test
  void noMessageThatIsWellFormedMakesItThrow() throws Exception {
    RandomMessages random = new RandomMessages(8);
    int count = 0;
    for (MessageFormat format : MessageFormats.all()) {
      if (!KINDS.contains(format.word())) {
        continue;
      }
      for (int i = 0; i < 1500; i++) {
        Decoded decoded = Translated.of(bytes(format, random));
        assertThat(decoded).isNotInstanceOf(Decoded.Undecodable.class);
        count++;
      }
    }
    System.out.println("random messages translated: " + count);
    assertThat(count).isEqualTo(10 * 1500 + 1500);
  }

  private static byte[] bytes(MessageFormat format, RandomMessages random) throws Exception {
    SequenceType type = format.type();
    if (format.standard() == Standard.SAE) {
      return random.framed(
          switch (format.word()) {
            case "bsm" -> "BasicSafetyMessage";
            case "psm" -> "PersonalSafetyMessage";
            default -> "TravelerInformation";
          });
    }
    Path id =
        Path.of(
            type,
            Set.of("cpm", "vam").contains(format.word()) ? "header.messageId" : "header.messageID");
    return random.next(
        type,
        new RandomValues.Fixed(Path.of(type, "header.protocolVersion"), format.version()),
        new RandomValues.Fixed(id, format.messageId()));
  }

  @Test
  void aKindThatTheModelDoesNotHaveIsRefused() {
    // A frame with message 21, of one octet.
    assertThat(Translated.of(new byte[] {0, 21, 1, 0}))
        .isInstanceOfSatisfying(
            Decoded.Undecodable.class,
            undecodable -> {
              assertThat(undecodable.refused().code()).isEqualTo(Refusal.UNSUPPORTED_TYPE);
              assertThat(undecodable.refused().reason())
                  .isEqualTo("sae csr of version 2024 is not translated");
            });
  }
}
