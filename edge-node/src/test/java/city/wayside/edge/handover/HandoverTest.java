package city.wayside.edge.handover;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.station.Station;
import city.wayside.edge.station.StationLane;
import city.wayside.edge.station.StationLanes;
import city.wayside.kit.fake.FakeStations;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refused;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private static final long NOW = 1_795_404_861_000L;
  private static final long BROKEN = 1;

  private final StationLanes lanes = new StationLanes(10, 120_000);
  private final List<Long> taken = new ArrayList<>();
  private final Client client = FakeClient.of("one", _ -> {});
  private final Handover handover =
      new Handover(
          new FakeStations(),
          lanes,
          new RoadMatcher(road()),
          new Defective(),
          new RecordingTelemetry());

  private static RoadNetwork road() {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    double[] lats = {52, 52};
    double[] lons = {13, 13.01};
    builder.add(new SegmentDraft("east", "", "", Double.NaN, 13.9, 1, null, null, lats, lons));
    return builder.build();
  }

  /// Fails at one station.
  private final class Defective implements Onward {

    @Override
    public void take(Inbound inbound, Report report, Station station) {
      if (report.stationId() == BROKEN) {
        throw new IllegalStateException("a defect");
      }
      taken.add(report.stationId());
    }

    @Override
    public void repeats(Inbound inbound, Refused why) {
      throw new AssertionError(why);
    }
  }

  private void arrive(long stationId) {
    StationLane lane = lanes.of(stationId);
    lane.lock();
    try {
      Station station = Objects.requireNonNull(lane.station(stationId, NOW));
      Report report =
          new Report(stationId, StationType.BUS, MessageKind.PROBE, NOW, 52, 13, 0, 0, Double.NaN);
      Inbound inbound =
          new Inbound(client, 1, MessageKind.PROBE, stationId, new byte[0], 0, 0, NOW);
      assertThat(handover.holds(inbound, report, station, true)).isTrue();
    } finally {
      lane.unlock();
    }
  }

  @Test
  void aDefectAtOneStationHoldsUpNoOther() {
    arrive(BROKEN);
    arrive(2);
    handover.turn();
    arrive(3);
    handover.turn();

    assertThat(taken).containsExactly(2L, 3L);
    assertThat(handover.waitingCount()).isZero();
    assertThat(handover.drain()).isDone();
  }
}
