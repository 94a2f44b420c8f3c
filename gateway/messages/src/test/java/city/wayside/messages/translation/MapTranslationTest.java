package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.Standard;
import city.wayside.messages.measure.LocalPlane;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.Lane.Connection;
import city.wayside.model.signal.Lane.LaneType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MapTranslationTest {

  private static final GeoPoint REFERENCE = new GeoPoint(53.55, 9.99);
  private static final LocalPlane PLANE = new LocalPlane(REFERENCE);

  private static String lane(int laneId, String nodeList) {
    return lane(laneId, "10", "'vehicle':'00000000'", nodeList, "");
  }

  private static String lane(
      int laneId, String direction, String type, String nodeList, String rest) {
    return """
    {'laneID':%d,'laneAttributes':{'directionalUse':'%s','sharedWith':'0000000000',
    'laneType':{%s}},'nodeList':{%s}%s}
    """
        .formatted(laneId, direction, type, nodeList, rest);
  }

  private static final String REGIONAL = ",'regional':[{'regionId':9,'regExtValue':'00'}]";

  private static final String STRAIGHT =
      "'nodes':[{'delta':{'node-XY1':{'x':100,'y':0}}},{'delta':{'node-XY6':{'x':0,'y':1000}}}]";

  private static String computed(int referenceLaneId, String rest) {
    return "'computed':{'referenceLaneId':%d,'offsetXaxis':{'small':0},'offsetYaxis':{'large':0}%s}"
        .formatted(referenceLaneId, rest);
  }

  private static IntersectionMap map(Standard standard, String head, String... lanes) {
    String content =
        """
        {'msgIssueRevision':1,'intersections':[{'id':{'region':3,'id':17},'revision':5,
        'refPoint':{'lat':535500000,'long':99900000}%s,'laneSet':[%s]}]}
        """
            .formatted(head, String.join(",", lanes));
    return Samples.maps(Samples.map(standard, content)).getFirst();
  }

  private static void assertLine(Lane lane, double... metres) {
    assertThat(lane.nodes()).hasSize(metres.length / 2);
    for (int i = 0; i < metres.length; i += 2) {
      GeoPoint node = lane.nodes().get(i / 2);
      assertThat(PLANE.eastM(node)).isCloseTo(metres[i], within(1e-6));
      assertThat(PLANE.northM(node)).isCloseTo(metres[i + 1], within(1e-6));
    }
  }

  @Test
  void aMapemOfTheFieldByHand() {
    byte[] bytes = Samples.vector("etsi.jsonl", "etsi-d98db6f5705d");
    IntersectionMap map = Samples.maps(bytes).getFirst();

    assertThat(map.intersection()).isEqualTo(new IntersectionKey(0, 44383));
    assertThat(map.revision()).isEqualTo(8);
    assertThat(map.name()).isEmpty();
    assertThat(map.referencePoint()).isEqualTo(new GeoPoint(33.8429381, -112.1351946));
    assertThat(map.lanes()).hasSize(27);
    Lane lane = map.lanes().getFirst();
    assertThat(lane.laneId()).isEqualTo(9);
    assertThat(lane.type()).isEqualTo(LaneType.VEHICLE);
    assertThat(lane.isIngress()).isTrue();
    assertThat(lane.isEgress()).isFalse();
    assertThat(lane.approachId()).isEqualTo(3);
    assertThat(lane.widthM()).isEqualTo(3.66);
    // 17.24 m east and 23.56 m south of the reference point; then 4.05 m and 74.17 m on. There a
    // degree is 110,924 m to the north (radius 6,355,468 m) and 92,554 m to the east.
    assertThat(lane.nodes()).hasSize(2);
    assertThat(lane.nodes().get(0).latDeg()).isCloseTo(33.8427257, within(2e-8));
    assertThat(lane.nodes().get(0).lonDeg()).isCloseTo(-112.1350083, within(5e-8));
    assertThat(lane.nodes().get(1).latDeg()).isCloseTo(33.8420570, within(2e-8));
    assertThat(lane.nodes().get(1).lonDeg()).isCloseTo(-112.1349646, within(5e-8));
    assertThat(lane.connections()).containsExactly(new Connection(8, map.intersection(), 8, -1));
  }

  @Test
  void aMapOfTheFieldByHand() {
    byte[] bytes = Samples.vector("j2735.jsonl", "j2735-3fd6d4426f6b");
    IntersectionMap map = Samples.maps(bytes).getFirst();
    assertThat(map.name()).isEqualTo("2100SouthRedwoodRoad");
    assertThat(map.referencePoint()).isEqualTo(new GeoPoint(40.7259340, -111.9389747));
    assertThat(map.lanes().getFirst().widthM()).isEqualTo(3.65);
  }

  @ParameterizedTest
  @EnumSource
  void eachNodeIsCountedFromTheOneBefore(Standard standard) {
    String nodes =
        """
        'nodes':[{'delta':{'node-XY1':{'x':-512,'y':511}}},{'delta':{'node-XY2':{'x':1023,'y':0}}},
        {'delta':{'node-XY3':{'x':-2048,'y':1}}},{'delta':{'node-XY4':{'x':4095,'y':-1}}},
        {'delta':{'node-XY5':{'x':8191,'y':-8192}}},{'delta':{'node-XY6':{'x':-32768,'y':32767}}}]
        """;
    Lane lane = map(standard, "", lane(1, nodes)).lanes().getFirst();
    assertLine(
        lane, -5.12, 5.11, 5.11, 5.11, -15.37, 5.12, 25.58, 5.11, 107.49, -76.81, -220.19, 250.86);
  }

  @ParameterizedTest
  @EnumSource
  void aNodeMayBeGivenInDegrees(Standard standard) {
    String nodes =
        """
        'nodes':[{'delta':{'node-LatLon':{'lon':99901234,'lat':535512345}}},
        {'delta':{'node-XY1':{'x':0,'y':100}}}]
        """;
    Lane lane = map(standard, "", lane(1, nodes)).lanes().getFirst();
    assertThat(lane.nodes().getFirst().latDeg()).isCloseTo(53.5512345, within(1e-11));
    assertThat(lane.nodes().getFirst().lonDeg()).isCloseTo(9.9901234, within(1e-11));
    double northM = PLANE.northM(lane.nodes().get(1)) - PLANE.northM(lane.nodes().get(0));
    assertThat(northM).isCloseTo(1, within(1e-6));
  }

  @Test
  void aLineEndsBeforeANodeThatIsNotKnown() {
    String unavailable = "'node-LatLon':{'lon':1800000001,'lat':900000001}";
    String ofARegion = "'regional':{'regionId':9,'regExtValue':'00'}";
    for (String unknown : List.of(unavailable, ofARegion)) {
      String nodes =
          """
          'nodes':[{'delta':{'node-XY1':{'x':1,'y':1}}},{'delta':{%s}},
          {'delta':{'node-XY1':{'x':1,'y':1}}}]
          """
              .formatted(unknown);
      Lane lane = map(Standard.ETSI, "", lane(1, nodes)).lanes().getFirst();
      assertLine(lane, 0.01, 0.01);
    }
  }

  @ParameterizedTest
  @EnumSource
  void computedLanesFollowFromTheirReference(Standard standard) {
    String all = ",'rotateXY':7200,'scaleXaxis':0,'scaleYaxis':-1000";
    String moved =
        "'computed':{'referenceLaneId':1,'offsetXaxis':{'large':-350},'offsetYaxis':{'small':25}}";
    IntersectionMap map =
        map(
            standard,
            "",
            // Before its reference, and from a computed one.
            lane(4, computed(2, "")),
            lane(1, STRAIGHT),
            lane(2, moved),
            // A quarter turn clockwise and half the length: from north to east.
            lane(3, computed(1, all)),
            lane(5, computed(1, ",'rotateXY':28800,'scaleYaxis':2000")));
    assertLine(map.lanes().get(0), -2.5, 0.25, -2.5, 10.25);
    assertLine(map.lanes().get(2), -2.5, 0.25, -2.5, 10.25);
    assertLine(map.lanes().get(3), 1, 0, 6, 0);
    // An angle of 28,800 is not available; a scale of 2,000 steps doubles.
    assertLine(map.lanes().get(4), 1, 0, 1, 20);
  }

  @Test
  void computedLanesWithoutALineHaveNoNodes() {
    IntersectionMap map =
        map(
            Standard.SAE,
            "",
            lane(1, STRAIGHT),
            lane(2, computed(3, "")),
            lane(3, computed(2, "")),
            lane(4, computed(4, "")),
            lane(5, computed(77, "")),
            lane(6, computed(3, "")),
            lane(7, computed(1, ",'scaleXaxis':-2000")));
    assertThat(map.lanes()).hasSize(7);
    assertThat(map.lanes().subList(1, 7)).allMatch(lane -> lane.nodes().isEmpty());
  }

  @Test
  void theLongestChainOfComputedLanesIsFollowed() {
    String[] lanes =
        IntStream.range(0, 255)
            .mapToObj(i -> lane(i, i == 254 ? STRAIGHT : computed(i + 1, ",'scaleYaxis':2047")))
            .toArray(String[]::new);
    IntersectionMap map = map(Standard.ETSI, "", lanes);
    assertLine(map.lanes().get(254), 1, 0, 1, 10);
    assertLine(map.lanes().get(253), 1, 0, 1, 20.235);
    // Doubled 254 times it belongs to no intersection.
    assertThat(map.lanes().getFirst().nodes()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: approach {2}")
  @CsvSource({
    "10, true, false, 1",
    "01, false, true, 2",
    "11, true, true, 1",
    "00, false, false, 1",
  })
  void directionAndApproachAreTheLanesOwn(
      String direction, boolean isIngress, boolean isEgress, int approachId) {
    String lane =
        lane(1, direction, "'vehicle':'00000000'", STRAIGHT, "")
            .replace("'laneID':1,", "'laneID':1,'ingressApproach':1,'egressApproach':2,");
    Lane read = map(Standard.ETSI, "", lane).lanes().getFirst();
    assertThat(read.isIngress()).isEqualTo(isIngress);
    assertThat(read.isEgress()).isEqualTo(isEgress);
    assertThat(read.approachId()).isEqualTo(approachId);
    String other = lane.replace("'ingressApproach':1,", "");
    assertThat(map(Standard.ETSI, "", other).lanes().getFirst().approachId()).isEqualTo(2);
  }

  @Test
  void everyLaneTypeIsKnown() {
    String[] types = {
      "vehicle",
      "crosswalk",
      "bikeLane",
      "sidewalk",
      "median",
      "striping",
      "trackedVehicle",
      "parking"
    };
    String[] lanes =
        Arrays.stream(types)
            .map(type -> "'" + type + "':'" + "0".repeat(type.equals("vehicle") ? 8 : 16) + "'")
            .map(type -> lane(1, "00", type, STRAIGHT, ""))
            .toArray(String[]::new);
    String read =
        map(Standard.SAE, "", lanes).lanes().stream()
            .map(lane -> lane.type().name().replace("_", "").toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(","));
    assertThat(read).isEqualTo(String.join(",", types).toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void connectionsNameTheirIntersection(Standard standard) {
    String rest =
        """
        ,'connectsTo':[{'connectingLane':{'lane':8},'signalGroup':3,'connectionID':0},
        {'connectingLane':{'lane':9},'remoteIntersection':{'region':4,'id':18}}]
        """;
    Lane lane =
        map(standard, ",'laneWidth':325", lane(1, "10", "'vehicle':'00000000'", STRAIGHT, rest))
            .lanes()
            .getFirst();
    assertThat(lane.widthM()).isEqualTo(3.25);
    assertThat(lane.connections())
        .containsExactly(
            new Connection(8, new IntersectionKey(3, 17), 3, 0),
            new Connection(9, new IntersectionKey(4, 18), 0, -1));
  }

  @ParameterizedTest
  @EnumSource
  void roadSegmentsAreLeftOut(Standard standard) {
    String content =
        """
        {'msgIssueRevision':1,'roadSegments':[{'id':{'id':17},'revision':5,
        'refPoint':{'lat':535500000,'long':99900000},'roadLaneSet':[%s]}]}
        """
            .formatted(lane(1, STRAIGHT));
    byte[] bytes = Samples.map(standard, content);
    assertThat(Samples.maps(bytes)).isEmpty();
  }

  @Test
  void aMapWithoutAPlaceHasLanesWithoutNodes() {
    String content =
        """
        {'msgIssueRevision':1,'intersections':[{'name':'\\u0000A','id':{'id':17},'revision':5,
        'refPoint':{'lat':900000001,'long':1800000001},'laneSet':[%s]}]}
        """
            .formatted(lane(1, STRAIGHT));
    IntersectionMap map = Samples.maps(Samples.map(Standard.SAE, content)).getFirst();
    assertThat(map.referencePoint()).isEqualTo(new GeoPoint(Double.NaN, Double.NaN));
    assertThat(map.lanes().getFirst().nodes()).isEmpty();
    assertThat(map.name()).isEqualTo(" A");
  }

  @Test
  void whatNodesAndLanesSayBesidesIsLost() {
    String rich =
        """
        'nodes':[{'delta':{'node-XY1':{'x':100,'y':0}},'attributes':{'localNode':['stopLine'],
        'dWidth':50,'dElevation':5}},{'delta':{'node-XY6':{'x':0,'y':1000}}}]
        """;
    String rest = ",'connectsTo':[{'connectingLane':{'lane':8%s}%s}]%s";
    String richLane =
        lane(
                1,
                "10",
                "'vehicle':'11000000'",
                rich,
                rest.formatted(
                    ",'maneuver':'100000000000'", ",'userClass':4", ",'overlays':[2]" + REGIONAL))
            .replace("'laneID':1,", "'laneID':1,'name':'L','maneuvers':'100000000000',")
            .replace("'sharedWith':'0000000000'", "'sharedWith':'1000000000'");
    String plainLane = lane(1, "10", "'vehicle':'00000000'", STRAIGHT, rest.formatted("", "", ""));
    String limits = ",'laneWidth':300,'speedLimits':[{'type':'vehicleMaxSpeed','speed':694}]";
    assertThat(map(Standard.ETSI, limits, richLane))
        .isEqualTo(map(Standard.ETSI, ",'laneWidth':300", plainLane));
  }

  @Test
  void nodesAtThePoleAreNotInvented() {
    String content =
        """
        {'msgIssueRevision':1,'intersections':[{'id':{'id':17},'revision':5,
        'refPoint':{'lat':900000000,'long':0},'laneSet':[%s]}]}
        """
            .formatted(lane(1, STRAIGHT));
    List<IntersectionMap> maps = Samples.maps(Samples.map(Standard.SAE, content));
    assertThat(maps.getFirst().lanes().getFirst().nodes()).isEmpty();
  }
}
