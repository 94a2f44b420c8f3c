package city.wayside.messages.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.messages.vectors.Trees;
import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The second opinion is worth something only where it agrees with the first: two decoders that
/// know nothing of each other read all reference messages the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErlangOracleTest {

  private static final Set<String> ETSI_KINDS =
      Set.of("cam", "denm", "spatem", "mapem", "srem", "ssem", "ivim");

  private static final Map<String, String> SAE_KINDS =
      Map.of(
          "MapData", "map",
          "SPAT", "spat",
          "SignalRequestMessage", "srm",
          "SignalStatusMessage", "ssm");

  /// Written by asn1ct itself, as no reference message has such extensions.
  private static final String REGIONAL_MAPEM =
      "020500000007088100100010002066a51bd803984bb4000608dbba1f0000020380000001812500002201"
          + "7fd04040307514030111700304404ff0240a0081657f0061a80cd693a415ad2748058cb82000";

  private Optional<ErlangOracle> oracle = Optional.empty();

  @BeforeAll
  void start() {
    oracle = ErlangOracle.start();
    assumeTrue(oracle.isPresent(), () -> ErlangOracle.missing().orElse(""));
  }

  @AfterAll
  void stop() {
    oracle.ifPresent(ErlangOracle::close);
  }

  /// Not written again bit for bit: DENMs that carry validityDuration although it has its default
  /// value, which basic packed encoding allows and asn1ct's encoder leaves out. The first oracle's
  /// encoder does the same, and its word is taken for which they are.
  @Test
  void readsEtsisMessagesAsTheFirstOracleDoes() {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> right = new TreeMap<>();
    for (JsonNode vector : Vectors.of("etsi.jsonl")) {
      String kind = kind(vector);
      if (ETSI_KINDS.contains(kind.replace("1", ""))) {
        JsonNode answer = ask(kind, vector.get("hex").asText());
        String difference = difference(vector, answer);
        if (difference.isEmpty()) {
          right.merge(kind, 1, Integer::sum);
        } else {
          wrong.add(vector.get("id").asText() + " " + kind + ": " + difference);
        }
      }
    }
    System.out.println("ETSI messages that Erlang's asn1ct reads as the first oracle: " + right);
    assertThat(wrong).isEmpty();
    assertThat(right.keySet()).containsAll(ETSI_KINDS).contains("cam1", "denm1");
  }

  private static String difference(JsonNode vector, JsonNode answer) {
    if (!answer.get("ok").asBoolean()) {
      return answer.toString();
    }
    String difference = Trees.difference(vector.get("oracle").get("value"), answer.get("value"));
    if (!difference.isEmpty()) {
      return difference;
    }
    boolean same = answer.get("reencoded").equals(vector.get("hex"));
    return same == writtenAgain(vector) ? "" : "written again: " + answer.get("reencoded");
  }

  private static boolean writtenAgain(JsonNode vector) {
    for (JsonNode reading : vector.get("oracle").get("pycrate")) {
      if (reading.get("schema").equals(vector.get("schema"))) {
        return reading.get("reencode_equal").asBoolean();
      }
    }
    return true;
  }

  private static String kind(JsonNode vector) {
    String kind = vector.get("message").asText().toLowerCase(Locale.ROOT);
    boolean old = vector.get("protocolVersion").asInt() == 1 && kind.matches("cam|denm");
    return old ? kind + "1" : kind;
  }

  /// The contents of J2735's frames: read and written again, unless the first oracle, with the same
  /// modules, could not either. It could not with three, which hold what only newer editions of
  /// J2735 have.
  @Test
  void readsSaesSignalMessagesWhereTheFirstOracleDoes() {
    List<String> wrong = new ArrayList<>();
    int right = 0;
    for (JsonNode vector : Vectors.of("j2735.jsonl")) {
      String kind = SAE_KINDS.get(vector.get("message").asText());
      if (kind != null) {
        String payload = payload(vector.get("hex").asText());
        JsonNode answer = ask(kind, payload);
        boolean read =
            answer.get("ok").asBoolean() && answer.get("reencoded").asText().equals(payload);
        if (read == vector.at("/oracle2/decoded").asBoolean(true)) {
          right++;
        } else {
          wrong.add(vector.get("id").asText() + ": " + answer);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(right).isGreaterThan(40);
  }

  /// What follows the message's number and the length of its open type.
  private static String payload(String frame) {
    return frame.substring(Integer.parseInt(frame.substring(4, 6), 16) < 0x80 ? 6 : 8);
  }

  @Test
  void namesRegionalExtensions() {
    JsonNode answer = ask("mapem", REGIONAL_MAPEM);

    assertThat(answer.get("reencoded").asText()).isEqualTo(REGIONAL_MAPEM);
    JsonNode map = answer.get("value").get("map");
    assertThat(map.at("/regional/0/regExtValue/MapData-addGrpC/signalHeadLocations/0").toString())
        .isEqualTo(
            """
            {"nodeXY":{"node-LatLon":{"lon":10,"lat":900000001}},"nodeZ":-5,"signalGroupID":4}\
            """);
    JsonNode lane = map.at("/intersections/0/laneSet/0");
    assertThat(lane.at("/laneAttributes/regional/regExtValue/LaneAttributes-addGrpC").toString())
        .isEqualTo("{\"maxVehicleHeight\":40}");
    assertThat(lane.at("/regional/0/regionId").asInt()).isEqualTo(1);
    assertThat(lane.at("/regional/0/regExtValue").asText()).isEqualTo("cafe");
  }

  @Test
  void countsTheBitsThatFollowAMessage() {
    assertThat(ask("mapem", REGIONAL_MAPEM).has("unread")).isFalse();
    assertThat(ask("mapem", REGIONAL_MAPEM + "00").get("unread").asInt()).isBetween(8, 15);
  }

  @Test
  void saysWhichStepFailed() {
    assertThat(error("cam", "0202")).startsWith("decode: ");
    assertThat(error("cam", "02x2")).startsWith("question: ");
    assertThat(error("poem", "0202")).startsWith("question: ");
  }

  private String error(String kind, String hex) {
    JsonNode answer = ask(kind, hex);
    assertThat(answer.get("ok").asBoolean()).isFalse();
    return answer.get("error").asText();
  }

  private JsonNode ask(String kind, String hex) {
    return Vectors.tree(oracle.orElseThrow().ask(kind, hex));
  }
}
