package city.wayside.messages.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.RandomMessages;
import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.vectors.Trees;
import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Random messages of our encoder, read by a decoder that was generated from the official modules.
class SecondOpinionTest {

  private static final int MESSAGES = 300;

  @Test
  void anIndependentDecoderReadsTheSameFromRandomMessages() throws Exception {
    Optional<ErlangOracle> started = ErlangOracle.start();
    assumeTrue(started.isPresent(), () -> "skipped: " + ErlangOracle.missing().orElse(""));
    try (ErlangOracle oracle = started.get()) {
      List<String> wrong = new ArrayList<>();
      StringBuilder counts = new StringBuilder();
      for (MessageFormat format : MessageFormats.all()) {
        String kind = kind(format);
        if (format.standard() == Standard.ETSI && !kind.isEmpty()) {
          int right = MESSAGES - ask(oracle, kind, format, wrong);
          counts.append(' ').append(format).append('=').append(right);
        }
      }
      System.out.println("random messages read alike by asn1ct:" + counts);
      assertThat(wrong).isEmpty();
    }
  }

  private static int ask(ErlangOracle oracle, String kind, MessageFormat format, List<String> wrong)
      throws Exception {
    Unpacker unpacker = new Unpacker();
    int before = wrong.size();
    for (int seed = 0; seed < MESSAGES; seed++) {
      byte[] bytes = RandomMessages.of(format, RandomValues.Variety.ROOT, 10_000 + seed);
      String hex = HexFormat.of().formatHex(bytes);
      JsonNode answer = Vectors.tree(oracle.ask(kind, bytes));
      Unpacked.Message message = (Unpacked.Message) unpacker.unpack(bytes);
      JsonNode ours = Vectors.tree(CanonicalJson.write(message));
      if (!answer.get("ok").asBoolean()) {
        wrong.add(format + " " + hex + ": " + answer.get("error").asText());
        continue;
      }
      String difference = Trees.difference(answer.get("value"), ours);
      if (!difference.isEmpty()) {
        wrong.add(format + " " + hex + ": " + difference);
      } else if (!bytes(format, ours).equals(answer.get("reencoded").asText())) {
        wrong.add(format + " " + hex + ": encoded again " + answer.get("reencoded").asText());
      }
    }
    return wrong.size() - before;
  }

  /// Our bytes, without a default that chance spelled out.
  private static String bytes(MessageFormat format, JsonNode value) throws Exception {
    return HexFormat.of().formatHex(CanonicalJson.pack(format, value.toString()));
  }

  /// What the oracle calls a format; empty for what it does not read. It reads IVIMs too, but not
  /// all: where a reference narrows a range (`Code-Units (0..1)`), it takes the wide one.
  private static String kind(MessageFormat format) {
    return switch (format.word()) {
      case "cam", "denm" -> format.version() == 1 ? format.word() + "1" : format.word();
      case "spatem", "mapem", "srem", "ssem" -> format.version() == 2 ? format.word() : "";
      default -> "";
    };
  }
}
