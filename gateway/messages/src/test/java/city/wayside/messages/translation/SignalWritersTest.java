package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.measure.LocalPlane;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.Lane.Connection;
import city.wayside.model.signal.Lane.LaneType;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;
import city.wayside.model.signal.SignalState;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What writers of signals and maps send, and what they cannot.
class SignalWritersTest {

  private static final IntersectionKey KEY = new IntersectionKey(3, 17);
  private static final long NOON_MS = Samples.ms("2026-06-01T12:00:00Z");
  private static final long HOUR_MS = 3_600_000;
  private static final GeoPoint REFERENCE = new GeoPoint(53.55, 9.99);
  private static final LocalPlane PLANE = new LocalPlane(REFERENCE);

  private static Phase phase(long startMs, long minEndMs, long maxEndMs, double speedMps) {
    return new Phase(PhaseState.DARK, startMs, minEndMs, maxEndMs, Phase.UNKNOWN_MS, -1, speedMps);
  }

  private static final Phase PLAIN =
      phase(Phase.UNKNOWN_MS, Phase.UNKNOWN_MS, Phase.UNKNOWN_MS, Double.NaN);

  private static SignalState state(long timeMs, int flags, SignalGroup... groups) {
    return new SignalState(
        KEY, 5, timeMs, new SignalState.ControllerStatus(flags), List.of(groups));
  }

  private static SignalState state(Phase phase) {
    return state(NOON_MS, 0, new SignalGroup(1, List.of(phase)));
  }

  private static Phase back(Standard standard, Phase phase) {
    byte[] bytes = Samples.bytes(new SpatWriter(standard).write(List.of(state(phase)), 7));
    return Samples.signals(bytes, NOON_MS).getFirst().groups().getFirst().phases().getFirst();
  }

  private static JsonNode json(Packed packed) {
    return Vectors.tree(CanonicalJson.write(Samples.unpack(Samples.bytes(packed))));
  }

  private static void assertRefused(Packed packed, String reason) {
    assertThat(packed).isInstanceOf(Packed.Unpackable.class);
    assertThat(((Packed.Unpackable) packed).refused().reason()).contains(reason);
  }

  @Test
  void anEtsiHeaderNamesVersionAndStation() {
    JsonNode header =
        json(new SpatWriter(Standard.ETSI).write(List.of(state(PLAIN)), 0xFFFF_FFFFL))
            .at("/header");
    assertThat(header)
        .hasToString("{\"protocolVersion\":2,\"messageID\":4,\"stationID\":4294967295}");
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({"ETSI, 36000, 36001", "SAE, 36111, 36111"})
  void eachFamilyHasItsMarksOfNoTime(Standard standard, int beyond, int unknown) {
    Phase far = phase(Phase.UNKNOWN_MS, NOON_MS + HOUR_MS, NOON_MS + HOUR_MS, Double.NaN);
    Phase starting = phase(NOON_MS, Phase.UNKNOWN_MS, Phase.UNKNOWN_MS, Double.NaN);
    List<SignalState> states = List.of(state(far), state(starting), state(PLAIN));
    String movement = "/intersections/%d/states/0/state-time-speed/0/timing";
    String root = standard == Standard.ETSI ? "/spat" : "/value/SPAT";
    JsonNode sent = json(new SpatWriter(standard).write(states, 7));
    assertThat(sent.at((root + movement).formatted(0)))
        .hasToString("{\"minEndTime\":%d,\"maxEndTime\":%d}".formatted(beyond, beyond));
    assertThat(sent.at((root + movement).formatted(1)))
        .hasToString("{\"startTime\":0,\"minEndTime\":%d}".formatted(unknown));
    assertThat(sent.at((root + movement).formatted(2)).isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void timesAreCutToTenthsAndBeyondAnHourLost(Standard standard) {
    Phase read =
        back(
            standard,
            phase(NOON_MS - 199, NOON_MS + 50 * 60_000 + 99, NOON_MS + HOUR_MS, Double.NaN));
    assertThat(read.startMs()).isEqualTo(NOON_MS - 200);
    assertThat(read.minEndMs()).isEqualTo(Phase.UNKNOWN_MS);
    assertThat(read.maxEndMs()).isEqualTo(Phase.UNKNOWN_MS);
    assertThat(back(standard, phase(NOON_MS, NOON_MS + 199, NOON_MS, Double.NaN)).minEndMs())
        .isEqualTo(NOON_MS + 100);
  }

  @ParameterizedTest
  @EnumSource
  void adviceAboveTheHighestIsSentAsTheHighest(Standard standard) {
    long none = Phase.UNKNOWN_MS;
    assertThat(back(standard, phase(none, none, none, 70)).advisedSpeedMps()).isEqualTo(49.9);
    assertThat(back(standard, phase(none, none, none, 13.87)).advisedSpeedMps()).isEqualTo(13.9);
  }

  @ParameterizedTest
  @EnumSource
  void groupsWithoutPhasesAndPhasesBeyondSixteenAreLeftOut(Standard standard) {
    SignalState state =
        state(
            NOON_MS,
            0,
            new SignalGroup(1, List.of()),
            new SignalGroup(2, Collections.nCopies(17, PLAIN)));
    byte[] bytes = Samples.bytes(new SpatWriter(standard).write(List.of(state), 7));
    List<SignalGroup> groups = Samples.signals(bytes, NOON_MS).getFirst().groups();
    assertThat(groups).containsExactly(new SignalGroup(2, Collections.nCopies(16, PLAIN)));
  }

  @ParameterizedTest
  @EnumSource
  void aStateWithoutATimeHasTheReceiveTime(Standard standard) {
    SignalState state = state(Phase.UNKNOWN_MS, 0xFFFF, new SignalGroup(255, List.of(PLAIN)));
    byte[] bytes = Samples.bytes(new SpatWriter(standard).write(List.of(state), 7));
    assertThat(Samples.signals(bytes, NOON_MS).getFirst())
        .isEqualTo(state(NOON_MS, 0xFFFF, new SignalGroup(255, List.of(PLAIN))));
  }

  @ParameterizedTest
  @EnumSource
  void impossibleSignalsAreRefused(Standard standard) {
    SpatWriter writer = new SpatWriter(standard);
    SignalGroup group = new SignalGroup(1, List.of(PLAIN));
    long none = Phase.UNKNOWN_MS;
    SignalState state = state(PLAIN);
    assertRefused(writer.write(List.of(), 7), "intersections has length 0, must be 1 to 32");
    assertRefused(writer.write(Collections.nCopies(33, state), 7), "must be 1 to 32");
    assertRefused(writer.write(List.of(state(NOON_MS, 0)), 7), "must be 1 to 255");
    assertRefused(writer.write(List.of(state(NOON_MS, 0x1_0000, group)), 7), "flagsCode is 65536");
    assertRefused(writer.write(List.of(state(NOON_MS, -1, group)), 7), "flagsCode is -1");
    assertRefused(
        writer.write(List.of(state(phase(none, none, none, -0.1))), 7), "advisedSpeedMps is -0.1");
    assertRefused(
        writer.write(List.of(state(NOON_MS, 0, new SignalGroup(256, List.of(PLAIN)))), 7),
        "signalGroup is 256, must be 0 to 255");
    Phase unsure = new Phase(PhaseState.DARK, none, none, none, none, 16, Double.NaN);
    assertRefused(writer.write(List.of(state(unsure)), 7), "confidence is 16, must be 0 to 15");
    assertRefused(
        writer.write(
            List.of(
                new SignalState(
                    new IntersectionKey(-1, 65_536), 128, NOON_MS, state.status(), state.groups())),
            7),
        "must be 0 to 65535");
  }

  @Test
  void anImpossibleStationIsRefused() {
    SpatWriter writer = new SpatWriter(Standard.ETSI);
    assertRefused(writer.write(List.of(state(PLAIN)), -1), "stationID is -1");
    assertRefused(writer.write(List.of(state(PLAIN)), 0x1_0000_0000L), "stationID is 4294967296");
  }

  private static Lane lane(int laneId, LaneType type, double widthM, GeoPoint... nodes) {
    return new Lane(laneId, type, true, false, 1, widthM, List.of(nodes), List.of());
  }

  private static Lane lane(GeoPoint... nodes) {
    return lane(1, LaneType.VEHICLE, Double.NaN, nodes);
  }

  private static IntersectionMap map(String name, Lane... lanes) {
    return new IntersectionMap(KEY, 5, name, REFERENCE, List.of(lanes));
  }

  private static IntersectionMap back(Standard standard, IntersectionMap map) {
    return Samples.maps(Samples.bytes(new MapWriter(standard).write(List.of(map), 7))).getFirst();
  }

  @ParameterizedTest(name = "{0} cm: {1}")
  @CsvSource({
    "511, node-XY1", "-512, node-XY1", "-513, node-XY2", "512, node-XY2", "1024, node-XY3",
    "-2049, node-XY4", "4096, node-XY5", "-8193, node-XY6", "32767, node-XY6", "-32768, node-XY6",
    "32768, node-LatLon", "-32769, node-LatLon"
  })
  void theSmallestNodeThatFitsIsSent(int cm, String kind) {
    Lane lane = lane(PLANE.at(cm / 100.0, 0), PLANE.at(cm / 100.0, 1));
    for (Standard standard : Standard.values()) {
      JsonNode sent = json(new MapWriter(standard).write(List.of(map("", lane)), 7));
      JsonNode node = sent.findValue("nodes").get(0).get("delta");
      assertThat(node.fieldNames().next()).isEqualTo(kind);
      GeoPoint read = back(standard, map("", lane)).lanes().getFirst().nodes().getFirst();
      assertThat(PLANE.eastM(read)).isCloseTo(cm / 100.0, within(0.006));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lanesWithoutALineAndOfOtherTypesAreLeftOut(Standard standard) {
    GeoPoint near = PLANE.at(1, 1);
    IntersectionMap map =
        map(
            "",
            lane(),
            lane(near),
            lane(2, LaneType.OTHER, Double.NaN, near, near),
            lane(3, LaneType.PARKING, Double.NaN, near, near));
    assertThat(back(standard, map).lanes()).extracting(Lane::laneId).containsExactly(3);
  }

  @ParameterizedTest
  @EnumSource
  void nodesBeyondSixtyThreeAreLeftOut(Standard standard) {
    GeoPoint[] nodes =
        Stream.iterate(0, i -> i + 1).limit(70).map(i -> PLANE.at(i, 0)).toArray(GeoPoint[]::new);
    List<GeoPoint> read = back(standard, map("", lane(nodes))).lanes().getFirst().nodes();
    assertThat(read).hasSize(63);
    // Steps of a centimetre that does not fit do not add up.
    assertThat(PLANE.eastM(read.getLast())).isCloseTo(62, within(0.006));
  }

  @ParameterizedTest
  @EnumSource
  void theWidthOfMostLanesIsSent(Standard standard) {
    GeoPoint near = PLANE.at(1, 1);
    IntersectionMap map =
        map(
            "",
            lane(1, LaneType.VEHICLE, 2, near, near),
            lane(2, LaneType.VEHICLE, 3.254, near, near),
            lane(3, LaneType.VEHICLE, Double.NaN, near, near),
            lane(4, LaneType.VEHICLE, 3.254, near, near));
    assertThat(back(standard, map).lanes()).extracting(Lane::widthM).containsOnly(3.25);
  }

  @ParameterizedTest
  @EnumSource
  void namesAreCutAndInAscii(Standard standard) {
    GeoPoint near = PLANE.at(1, 1);
    assertThat(back(standard, map("Jungfernstieg ä\n🚦", lane(near, near))).name())
        .isEqualTo("Jungfernstieg ???");
    assertThat(back(standard, map("x".repeat(64), lane(near, near))).name()).hasSize(63);
  }

  @ParameterizedTest
  @EnumSource
  void theAntimeridianIsTheSameFromBothSides(Standard standard) {
    GeoPoint reference = new GeoPoint(10, -180);
    LocalPlane plane = new LocalPlane(reference);
    Lane lane = lane(plane.at(-5, 0), plane.at(5, 0));
    IntersectionMap read =
        back(standard, new IntersectionMap(KEY, 5, "", reference, List.of(lane)));
    assertThat(Math.abs(read.referencePoint().lonDeg())).isEqualTo(180);
    List<GeoPoint> nodes = read.lanes().getFirst().nodes();
    assertThat(plane.eastM(nodes.get(0))).isCloseTo(-5, within(0.006));
    assertThat(plane.eastM(nodes.get(1))).isCloseTo(5, within(0.006));
  }

  @ParameterizedTest
  @EnumSource
  void impossibleMapsAreRefused(Standard standard) {
    MapWriter writer = new MapWriter(standard);
    GeoPoint near = PLANE.at(1, 1);
    GeoPoint nowhere = new GeoPoint(Double.NaN, 0);
    Lane lane = lane(near, near);
    assertRefused(writer.write(List.of(), 7), "must be 1 to 32");
    assertRefused(writer.write(List.of(map("", lane())), 7), "laneSet has length 0");
    assertRefused(
        writer.write(List.of(new IntersectionMap(KEY, 5, "", nowhere, List.of(lane))), 7),
        "referencePoint is no position");
    assertRefused(writer.write(List.of(map("", lane(near, nowhere))), 7), "a node of lane 1");
    assertRefused(
        writer.write(List.of(map("", lane(near, new GeoPoint(48, 11)))), 7), "a node of lane 1");
    assertRefused(
        writer.write(List.of(map("", lane(1, LaneType.VEHICLE, -3, near, near))), 7),
        "widthM is -3.0");
    List<Lane> many = Collections.nCopies(256, lane);
    assertRefused(
        writer.write(List.of(new IntersectionMap(KEY, 5, "", REFERENCE, many)), 7),
        "laneSet has length 256");
    assertRefused(writer.write(List.of(map("", connected(16, 1))), 7), "ingressApproach is 16");
    assertRefused(writer.write(List.of(map("", connected(1, 17))), 7), "connectsTo has length 17");
  }

  private static Lane connected(int approachId, int connections) {
    List<GeoPoint> nodes = List.of(PLANE.at(1, 1), PLANE.at(2, 2));
    List<Connection> all = Collections.nCopies(connections, new Connection(2, KEY, 0, -1));
    return new Lane(1, LaneType.VEHICLE, true, false, approachId, Double.NaN, nodes, all);
  }

  @ParameterizedTest
  @CsvSource({"ETSI, 18, must be at most 65536", "SAE, 5, has a part of 16384 or more"})
  void mapsThatAreTooLongForAMessageAreRefused(Standard standard, int count, String reason) {
    GeoPoint[] line =
        Stream.iterate(0, i -> i + 1).limit(60).map(i -> PLANE.at(i, 0)).toArray(GeoPoint[]::new);
    Lane[] lanes = Collections.nCopies(20, lane(line)).toArray(Lane[]::new);
    MapWriter writer = new MapWriter(standard);
    assertRefused(writer.write(Collections.nCopies(count, map("", lanes)), 7), reason);
    assertRefused(writer.write(Collections.nCopies(32, map("", lanes)), 7), "262144 values");
    assertThat(writer.write(Collections.nCopies(3, map("", lanes)), 7))
        .isInstanceOf(Packed.Bytes.class);
  }

  @Test
  void whatIsWrittenIsReadByTheOtherVersionToo() {
    byte[] bytes = Samples.bytes(new SpatWriter(Standard.ETSI).write(List.of(state(PLAIN)), 7));
    bytes[0] = 1;
    Unpacked.Message message = Samples.unpack(bytes);
    assertThat(message.format().version()).isEqualTo(1);
    assertThat(Samples.signals(bytes, NOON_MS)).containsExactly(state(PLAIN));
  }
}
