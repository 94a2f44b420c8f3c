package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Decoded;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalRobustnessTest {

  private static final int MUTATIONS = 300;
  private static final long RECEIVED_MS = Samples.ms("2026-06-01T12:00:00Z");

  private static final Set<String> WORDS =
      Set.of("spatem", "spat", "mapem", "map", "srem", "srm", "ssem", "ssm");

  @Test
  void noBytesMakeATranslationThrow() {
    List<byte[]> messages = new ArrayList<>();
    List<String> etsi = List.of("SPATEM", "MAPEM", "SREM", "SSEM");
    List<String> sae = List.of("SPAT", "MapData", "SignalRequestMessage", "SignalStatusMessage");
    for (JsonNode vector : Samples.vectors("etsi.jsonl", etsi)) {
      messages.add(Vectors.bytes(vector));
    }
    for (JsonNode vector : Samples.vectors("j2735.jsonl", sae)) {
      messages.add(Vectors.bytes(vector));
    }
    SplittableRandom random = new SplittableRandom(15);
    Unpacker unpacker = new Unpacker();
    int translated = 0;
    int rejected = 0;
    for (byte[] message : messages) {
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] bytes = Arrays.copyOf(message, message.length);
        int flips = random.nextInt(1, 5);
        for (int j = 0; j < flips; j++) {
          bytes[random.nextInt(2, bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (unpacker.unpack(bytes) instanceof Unpacked.Message unpacked
            && WORDS.contains(unpacked.format().word())) {
          assertSane(Samples.read(unpacked, RECEIVED_MS));
          translated++;
        } else {
          rejected++;
        }
      }
    }
    System.out.println("mutated messages: " + translated + " translated, " + rejected + " refused");
    assertThat(translated).isGreaterThan(1000);
  }

  private static void assertSane(Decoded decoded) {
    if (decoded instanceof Decoded.Maps maps) {
      maps.maps().stream()
          .flatMap(map -> map.lanes().stream())
          .flatMap(lane -> lane.nodes().stream())
          .forEach(node -> assertThat(isOnEarth(node)).isTrue());
    }
    assertThat(decoded).isNotInstanceOf(Decoded.Undecodable.class);
  }

  private static boolean isOnEarth(GeoPoint node) {
    return Math.abs(node.latDeg()) <= 90 && Math.abs(node.lonDeg()) <= 180;
  }
}
