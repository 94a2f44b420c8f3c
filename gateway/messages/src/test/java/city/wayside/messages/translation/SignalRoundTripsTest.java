package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.Standard;
import city.wayside.messages.measure.LocalPlane;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;

/// Model to bytes to model, within what a step of the message is.
class SignalRoundTripsTest {

  /// Half a step of 0.1 m/s, with room for floating point.
  private static final double SPEED_STEP_MPS = 0.05 + 1e-9;

  /// Half a step of 0.01 m, or of 1e-7 degrees of latitude, which is 0.0056 m.
  private static final double NODE_STEP_M = 0.006;

  /// Half a step of 1e-7 degrees.
  private static final double POSITION_STEP_DEG = 0.5e-7 + 1e-11;

  private static int nodes;
  private static int phases;
  private static int requests;
  private static int statuses;

  @AfterContainer
  static void printCounts() {
    System.out.println(
        "there and back: %d phases, %d nodes, %d requests, %d answers"
            .formatted(phases, nodes, requests, statuses));
  }

  @Provide
  Arbitrary<List<SignalState>> signals() {
    return SignalArbitraries.states().list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 400, seed = "11")
  void signalsComeBackInTenths(
      @ForAll("signals") List<SignalState> states,
      @ForAll Standard standard,
      @ForAll @LongRange(max = 0xFFFF_FFFFL) long stationId,
      @ForAll @IntRange(min = -20_000, max = 20_000) int laterMs) {
    byte[] bytes = Samples.bytes(new SpatWriter(standard).write(states, stationId));
    List<SignalState> back = Samples.signals(bytes, SignalArbitraries.AROUND_MS + laterMs * 1000L);
    assertThat(back).hasSameSizeAs(states);
    for (int i = 0; i < states.size(); i++) {
      SignalState sent = states.get(i);
      SignalState read = back.get(i);
      assertThat(read.intersection()).isEqualTo(sent.intersection());
      assertThat(read.revision()).isEqualTo(sent.revision());
      assertThat(read.timeMs()).isEqualTo(sent.timeMs());
      assertThat(read.status()).isEqualTo(sent.status());
      assertThat(read.groups()).hasSameSizeAs(sent.groups());
      for (int j = 0; j < sent.groups().size(); j++) {
        assertGroup(read.groups().get(j), sent.groups().get(j));
      }
    }
  }

  private static void assertGroup(SignalGroup read, SignalGroup sent) {
    assertThat(read.groupId()).isEqualTo(sent.groupId());
    assertThat(read.phases()).hasSameSizeAs(sent.phases());
    for (int i = 0; i < sent.phases().size(); i++) {
      Phase back = read.phases().get(i);
      Phase phase = sent.phases().get(i);
      assertThat(back.state()).isEqualTo(phase.state());
      assertThat(back.startMs()).isEqualTo(tenth(phase.startMs()));
      assertThat(back.minEndMs()).isEqualTo(tenth(phase.minEndMs()));
      assertThat(back.maxEndMs()).isEqualTo(tenth(phase.maxEndMs()));
      assertThat(back.likelyEndMs()).isEqualTo(tenth(phase.likelyEndMs()));
      assertThat(back.confidenceCode()).isEqualTo(phase.confidenceCode());
      if (Double.isNaN(phase.advisedSpeedMps())) {
        assertThat(back.advisedSpeedMps()).isNaN();
      } else {
        assertThat(back.advisedSpeedMps())
            .isCloseTo(phase.advisedSpeedMps(), within(SPEED_STEP_MPS));
      }
      phases++;
    }
  }

  private static long tenth(long ms) {
    return ms == Phase.UNKNOWN_MS ? ms : Math.floorDiv(ms, 100L) * 100;
  }

  @Provide
  Arbitrary<List<IntersectionMap>> maps() {
    return SignalArbitraries.maps().list().ofMinSize(1).ofMaxSize(3);
  }

  @Property(tries = 400, seed = "12")
  void mapsComeBackInCentimetres(
      @ForAll("maps") List<IntersectionMap> maps, @ForAll Standard standard) {
    List<IntersectionMap> back =
        Samples.maps(Samples.bytes(new MapWriter(standard).write(maps, 7)));
    assertThat(back).hasSameSizeAs(maps);
    for (int i = 0; i < maps.size(); i++) {
      IntersectionMap sent = maps.get(i);
      IntersectionMap read = back.get(i);
      assertThat(read.intersection()).isEqualTo(sent.intersection());
      assertThat(read.revision()).isEqualTo(sent.revision());
      assertThat(read.name()).isEqualTo(sent.name());
      assertPosition(read.referencePoint(), sent.referencePoint());
      assertThat(read.lanes()).hasSameSizeAs(sent.lanes());
      for (int j = 0; j < sent.lanes().size(); j++) {
        assertLane(read.lanes().get(j), sent.lanes().get(j), sent.referencePoint());
      }
    }
  }

  private static void assertLane(Lane read, Lane sent, GeoPoint reference) {
    assertThat(withoutNodes(read)).isEqualTo(withoutNodes(sent));
    assertThat(read.nodes()).hasSameSizeAs(sent.nodes());
    LocalPlane plane = new LocalPlane(reference);
    for (int i = 0; i < sent.nodes().size(); i++) {
      GeoPoint back = read.nodes().get(i);
      GeoPoint node = sent.nodes().get(i);
      assertThat(plane.eastM(back)).isCloseTo(plane.eastM(node), within(NODE_STEP_M));
      assertThat(plane.northM(back)).isCloseTo(plane.northM(node), within(NODE_STEP_M));
      nodes++;
    }
  }

  private static Lane withoutNodes(Lane lane) {
    return new Lane(
        lane.laneId(),
        lane.type(),
        lane.isIngress(),
        lane.isEgress(),
        lane.approachId(),
        lane.widthM(),
        List.of(),
        lane.connections());
  }

  private static void assertPosition(GeoPoint read, GeoPoint sent) {
    if (Double.isNaN(sent.latDeg())) {
      assertThat(read).isEqualTo(sent);
      return;
    }
    assertThat(read.latDeg()).isCloseTo(sent.latDeg(), within(POSITION_STEP_DEG));
    assertThat(read.lonDeg()).isCloseTo(sent.lonDeg(), within(POSITION_STEP_DEG));
  }

  @Provide
  Arbitrary<PriorityRequest> requests() {
    return SignalArbitraries.requests();
  }

  @Property(tries = 1000, seed = "13")
  void requestsComeBack(@ForAll("requests") PriorityRequest sent, @ForAll Standard standard) {
    byte[] bytes = Samples.bytes(new RequestWriter(standard).write(sent));
    PriorityRequest read = Samples.requests(bytes, SignalArbitraries.AROUND_MS).getFirst();
    assertPosition(read.position(), sent.position());
    assertThat(
            new PriorityRequest(
                read.intersection(),
                read.requester(),
                read.requestId(),
                read.sequence(),
                read.type(),
                read.timeMs(),
                read.passage(),
                sent.position()))
        .isEqualTo(sent);
    requests++;
  }

  @Provide
  Arbitrary<List<PriorityStatus>> statuses() {
    return SignalArbitraries.statuses().list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(tries = 1000, seed = "14")
  void statusesComeBackInTheOrderOfTheirIntersections(
      @ForAll("statuses") List<PriorityStatus> sent, @ForAll Standard standard) {
    byte[] bytes = Samples.bytes(new StatusWriter(standard).write(sent, 7, 99));
    Map<Object, Integer> order = new LinkedHashMap<>();
    sent.forEach(status -> order.putIfAbsent(status.intersection(), order.size()));
    List<PriorityStatus> sorted = new ArrayList<>(sent);
    sorted.sort(Comparator.comparing(status -> order.get(status.intersection())));
    assertThat(Samples.statuses(bytes, SignalArbitraries.AROUND_MS)).isEqualTo(sorted);
    statuses += sent.size();
  }
}
