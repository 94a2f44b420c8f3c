package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.SignalGroup;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalVectorsTest {

  private static final long RECEIVED_MS = Samples.ms("2026-06-01T12:00:00Z");

  /// One step of longitude, by which the families differ, with room for floating point.
  private static final double LONGITUDE_STEP_DEG = 1.0001e-7;

  private static final List<String> ETSI = List.of("SPATEM", "MAPEM", "SREM", "SSEM");

  private static final List<String> SAE =
      List.of("SPAT", "MapData", "SignalRequestMessage", "SignalStatusMessage");

  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void everyEtsiMessageOfTheFieldIsTranslated() {
    List<JsonNode> vectors = Samples.vectors("etsi.jsonl", ETSI);
    for (JsonNode vector : vectors) {
      Unpacked.Message message = Samples.unpack(Vectors.bytes(vector));
      String kind = message.format().word() + " " + message.format().version();
      count(kind, Samples.read(message, RECEIVED_MS), vector.get("oracle").get("value"));
    }
    System.out.println("ETSI messages translated: " + vectors.size() + " " + counts);
    assertThat(vectors).hasSize(49);
  }

  @Test
  void everySaeMessageOfTheFieldIsTranslated() {
    List<JsonNode> vectors = Samples.vectors("j2735.jsonl", SAE);
    for (JsonNode vector : vectors) {
      Unpacked.Message message = Samples.unpack(Vectors.bytes(vector));
      count(message.format().word(), Samples.read(message, RECEIVED_MS), null);
    }
    System.out.println("SAE messages translated: " + vectors.size() + " " + counts);
    assertThat(vectors).hasSize(52);
  }

  @Test
  void randomlyFilledValuesAreTranslatedToo() {
    int translated = 0;
    for (JsonNode vector : Samples.vectors("j2735_bare_types.jsonl", List.of("SPAT", "MapData"))) {
      String id = vector.get("message").asText().equals("SPAT") ? "0013" : "0012";
      String hex = vector.get("hex").asText();
      String length = String.format(Locale.ROOT, "%04x", 0x8000 | hex.length() / 2);
      Unpacked.Message message = Samples.unpack(HexFormat.of().parseHex(id + length + hex));
      count(message.format().word(), Samples.read(message, RECEIVED_MS), null);
      translated++;
    }
    System.out.println("SAE values of random content translated: " + counts);
    assertThat(translated).isEqualTo(5);
  }

  /// What was counted of a message, and that nothing of it was lost, as far as the oracle tells.
  private void count(String kind, Decoded decoded, @Nullable JsonNode oracle) {
    int[] elements =
        switch (decoded) {
          case Decoded.Signals signals -> {
            List<SignalGroup> groups =
                signals.signals().stream().flatMap(signal -> signal.groups().stream()).toList();
            add(kind + " groups", groups.size());
            add(kind + " phases", groups.stream().mapToInt(g -> g.phases().size()).sum());
            yield new int[] {signals.signals().size(), groups.size()};
          }
          case Decoded.Maps maps -> {
            List<Lane> lanes = maps.maps().stream().flatMap(map -> map.lanes().stream()).toList();
            add(kind + " lanes", lanes.size());
            add(kind + " nodes", lanes.stream().mapToInt(lane -> lane.nodes().size()).sum());
            add(kind + " lanes without a line", (int) withoutLine(lanes));
            yield new int[] {maps.maps().size(), lanes.size()};
          }
          case Decoded.PriorityRequests requests -> new int[] {requests.requests().size()};
          case Decoded.PriorityStatuses statuses -> new int[] {statuses.statuses().size()};
          default -> throw new AssertionError(decoded);
        };
    add(kind, 1);
    if (oracle != null) {
      assertThat(elements[elements.length - 1]).as(kind).isEqualTo(elements(oracle));
    }
  }

  private static long withoutLine(List<Lane> lanes) {
    return lanes.stream().filter(lane -> lane.nodes().isEmpty()).count();
  }

  /// How many lanes, groups, requests or answers the oracle found.
  private static int elements(JsonNode oracle) {
    int count = 0;
    for (String list : List.of("laneSet", "states", "requestID", "sigStatus")) {
      for (JsonNode found : oracle.findValues(list)) {
        count += found.isArray() ? found.size() : 1;
      }
    }
    return count;
  }

  private void add(String what, int count) {
    counts.merge(what, count, Integer::sum);
  }

  @Test
  void bothFamiliesSayTheSameButForOneStepOfLongitude() {
    Map<String, byte[]> sae = new TreeMap<>();
    for (JsonNode vector : Vectors.of("j2735.jsonl")) {
      sae.put(vector.get("id").asText(), Vectors.bytes(vector));
    }
    int points = 0;
    int messages = 0;
    for (JsonNode vector : Samples.vectors("etsi.jsonl", ETSI)) {
      if (!vector.get("origin").asText().equals("derived-from-J2735-field-payload")) {
        continue;
      }
      String twin = vector.get("sources").get(0).get("path").asText();
      byte[] frame = frame(Vectors.bytes(vector));
      // Some frames of the field stand in the file only once of several that are nearly the same.
      assertThat(sae.getOrDefault(twin, frame)).as(twin).isEqualTo(frame);
      Decoded etsi = Samples.read(Samples.unpack(Vectors.bytes(vector)), RECEIVED_MS);
      Decoded other = Samples.read(Samples.unpack(frame), RECEIVED_MS);
      List<GeoPoint> etsiPoints = points(etsi);
      List<GeoPoint> otherPoints = points(other);
      assertThat(withoutPoints(etsi)).as(twin).isEqualTo(withoutPoints(other));
      assertThat(etsiPoints).as(twin).hasSameSizeAs(otherPoints);
      for (int i = 0; i < etsiPoints.size(); i++) {
        double stepDeg = otherPoints.get(i).lonDeg() - etsiPoints.get(i).lonDeg();
        assertThat(stepDeg).as(twin).isCloseTo(1e-7, within(1e-11));
        assertThat(stepDeg).isLessThan(LONGITUDE_STEP_DEG);
        assertThat(etsiPoints.get(i).latDeg()).isEqualTo(otherPoints.get(i).latDeg());
      }
      points += etsiPoints.size();
      messages++;
    }
    System.out.println("messages that both families have: " + messages + ", points: " + points);
    assertThat(messages).isEqualTo(46);
  }

  /// The frame of SAE J2735 around the payload of an ETSI message.
  private static byte[] frame(byte[] etsi) {
    int payload = etsi.length - 6;
    int messageId =
        switch (etsi[1]) {
          case 4 -> 19;
          case 5 -> 18;
          case 9 -> 29;
          default -> 30;
        };
    ByteBuffer frame = ByteBuffer.allocate(payload + 4).putShort((short) messageId);
    if (payload < 128) {
      frame.put((byte) payload);
    } else {
      frame.putShort((short) (0x8000 | payload));
    }
    frame.put(etsi, 6, payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private static List<GeoPoint> points(Decoded decoded) {
    List<GeoPoint> points = new ArrayList<>();
    if (decoded instanceof Decoded.Maps maps) {
      for (IntersectionMap map : maps.maps()) {
        points.add(map.referencePoint());
        map.lanes().forEach(lane -> points.addAll(lane.nodes()));
      }
    } else if (decoded instanceof Decoded.PriorityRequests requests) {
      requests.requests().forEach(request -> points.add(request.position()));
    }
    return points;
  }

  private static final GeoPoint NOWHERE = new GeoPoint(0, 0);

  private static List<?> withoutPoints(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Maps maps -> maps.maps().stream().map(SignalVectorsTest::withoutPoints).toList();
      case Decoded.PriorityRequests requests ->
          requests.requests().stream().map(SignalVectorsTest::withoutPoint).toList();
      case Decoded.Signals signals -> signals.signals();
      case Decoded.PriorityStatuses statuses -> statuses.statuses();
      default -> throw new AssertionError(decoded);
    };
  }

  private static PriorityRequest withoutPoint(PriorityRequest request) {
    return new PriorityRequest(
        request.intersection(),
        request.requester(),
        request.requestId(),
        request.sequence(),
        request.type(),
        request.timeMs(),
        request.passage(),
        NOWHERE);
  }

  private static IntersectionMap withoutPoints(IntersectionMap map) {
    List<Lane> lanes =
        map.lanes().stream()
            .map(lane ->
                new Lane(
                    lane.laneId(),
                    lane.type(),
                    lane.isIngress(),
                    lane.isEgress(),
                    lane.approachId(),
                    lane.widthM(),
                    List.of(),
                    lane.connections()))
            .toList();
    return new IntersectionMap(map.intersection(), map.revision(), map.name(), NOWHERE, lanes);
  }

  @Test
  void nodesAreWhereTheOdeFoundThem() {
    int nodes = 0;
    for (JsonNode pair : Samples.vectors("ode_json_pairs.jsonl", List.of("MapData"))) {
      JsonNode geometry = pair.at("/ode/payload/data/intersections/intersectionGeometry").get(0);
      IntersectionMap map = Samples.maps(Vectors.bytes(pair)).getFirst();
      double latDeg = geometry.at("/refPoint/latitude").asDouble();
      double lonDeg = geometry.at("/refPoint/longitude").asDouble();
      assertThat(map.referencePoint()).isEqualTo(new GeoPoint(latDeg, lonDeg));
      JsonNode lanes = geometry.at("/laneSet/GenericLane");
      assertThat(map.lanes()).hasSize(lanes.size());
      for (int i = 0; i < lanes.size(); i++) {
        Lane lane = map.lanes().get(i);
        assertThat(lane.laneId()).isEqualTo(lanes.get(i).get("laneID").asInt());
        assertThat(lane.widthM()).isEqualTo(geometry.get("laneWidth").asInt() / 100.0);
        double eastM = 0;
        double northM = 0;
        for (int j = 0; j < lane.nodes().size(); j++) {
          JsonNode delta = lanes.get(i).at("/nodeList/nodes").get(j).get("delta").iterator().next();
          eastM += delta.get("x").asInt() / 100.0;
          northM += delta.get("y").asInt() / 100.0;
          GeoPoint node = lane.nodes().get(j);
          assertThat((node.latDeg() - latDeg) * metresPerDegreeNorth(latDeg))
              .isCloseTo(northM, within(0.005));
          assertThat((node.lonDeg() - lonDeg) * metresPerDegreeEast(latDeg))
              .isCloseTo(eastM, within(0.005));
          nodes++;
        }
        assertThat(lanes.get(i).at("/nodeList/nodes")).hasSize(lane.nodes().size());
      }
    }
    System.out.println("nodes compared with the ODE's: " + nodes);
    assertThat(nodes).isGreaterThan(100);
  }

  /// The usual series for the WGS 84 ellipsoid, which the code does not use.
  private static double metresPerDegreeNorth(double latDeg) {
    double lat = Math.toRadians(latDeg);
    return 111_132.954 - 559.822 * Math.cos(2 * lat) + 1.175 * Math.cos(4 * lat);
  }

  private static double metresPerDegreeEast(double latDeg) {
    double lat = Math.toRadians(latDeg);
    return 111_412.84 * Math.cos(lat) - 93.5 * Math.cos(3 * lat) + 0.118 * Math.cos(5 * lat);
  }

  @Test
  void aMessageOfAnotherKindIsUndecodable() {
    List<byte[]> messages =
        List.of(
            Samples.vector("etsi.jsonl", "etsi-b08ccb38ca09"),
            Samples.vector("etsi.jsonl", "etsi-3a786185218d"),
            Samples.vector("j2735.jsonl", "j2735-379b7dbf9848"));
    for (byte[] bytes : messages) {
      Unpacked.Message message = (Unpacked.Message) new Unpacker().unpack(bytes);
      for (Standard standard : Standard.values()) {
        assertThat(new MapTranslation(standard).read(message, RECEIVED_MS))
            .isInstanceOf(Decoded.Undecodable.class);
        assertThat(new StatusTranslation(standard).read(message, RECEIVED_MS))
            .isInstanceOf(Decoded.Undecodable.class);
      }
    }
  }
}
