package city.wayside.edge;

import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.account.RefusalLog;
import city.wayside.edge.admit.Admission;
import city.wayside.edge.admit.ClientQuotas;
import city.wayside.edge.admit.HazardAdmission;
import city.wayside.edge.decode.Decoders;
import city.wayside.edge.decode.StatusReader;
import city.wayside.edge.detect.Detector;
import city.wayside.edge.downlink.HazardMessages;
import city.wayside.edge.downlink.MessageIds;
import city.wayside.edge.downlink.QueueMessages;
import city.wayside.edge.downlink.TileTopic;
import city.wayside.edge.endpoint.mqtt.topic.DownTopics;
import city.wayside.edge.event.EventMemory;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.handover.Handover;
import city.wayside.edge.pressure.BeaconThinning;
import city.wayside.edge.pressure.Pressure;
import city.wayside.edge.station.StationLanes;
import city.wayside.edge.uplink.AccountTeller;
import city.wayside.edge.uplink.Batcher;
import city.wayside.model.client.Grant;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.tally.TallyBoard;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// An edge node without its endpoints: the pipeline, what it gathers for the grid, and what looks
/// after both. Endpoints call the pipeline on their event loops; the thread `uplink` calls [#turn].
final class EdgeCore {

  private final Pipeline pipeline;
  private final Batcher batcher;
  private final AccountTeller teller;
  private final Housekeeping housekeeping;
  private final Handover handover;
  private final DetectionLine detection;
  private final Pressure pressure;
  private final RefusalLog refusals;
  private final InstantSource clock;

  EdgeCore(
      EdgeConfig config, RoadNetwork network, EdgePorts ports, InstantSource clock, String edgeId) {
    Telemetry telemetry = ports.telemetry();
    this.clock = clock;
    this.pressure = new Pressure(config.pressure());
    telemetry.gauge(Metric.EDGE_PRESSURE_LEVEL, "", pressure::level);
    StationLanes lanes =
        new StationLanes(
            config.admission().stationsCountMax(), config.admission().stationIdleMsMax());
    telemetry.gauge(Metric.EDGE_STATIONS, "", lanes::stationsCount);
    ClientQuotas quotas = new ClientQuotas(Grant::ratePerS);
    ClientQuotas urgentQuotas = new ClientQuotas(_ -> config.hazards().clientRatePerS());
    TallyBoard board = new TallyBoard(network);
    this.housekeeping =
        new Housekeeping(lanes, List.of(quotas, urgentQuotas), board, config.admission(), clock);
    this.batcher =
        new Batcher(
            config.uplink(),
            ports.uplink(),
            housekeeping::takeTallies,
            telemetry,
            clock,
            edgeId,
            network.version());
    ClientAccounts accounts = new ClientAccounts(config.accounts(), edgeId);
    this.refusals = new RefusalLog(config.accounts(), edgeId);
    this.teller =
        new AccountTeller(
            config.accounts(),
            config.uplink(),
            ports.figures(),
            accounts,
            refusals,
            telemetry,
            clock);
    Ledger ledger = new Ledger(telemetry, refusals);
    HazardLine hazards = hazards(config, edgeId, ledger);
    Detector detector = new Detector(config.detection(), network, telemetry);
    this.detection =
        new DetectionLine(
            detector,
            hazards,
            new ClientAccounts(config.accounts(), edgeId),
            config.detection().telling().stationId(),
            clock);
    RoadMatcher matcher = new RoadMatcher(network);
    ReportLine reports = new ReportLine(matcher, board, detector, batcher, ledger);
    this.handover = new Handover(ports.stations(), lanes, matcher, reports, telemetry);
    BeaconThinning thinning = new BeaconThinning(config.pressure().beaconIntervalMs());
    this.pipeline =
        new Pipeline(
            new Gate(quotas, urgentQuotas, pressure, thinning, batcher),
            new Decoders(),
            lanes,
            new Admission(config.admission()),
            handover,
            reports,
            batcher,
            hazards,
            new StatusLine(new StatusReader(config.accounts().statusBytesMax()), teller, ledger),
            new Pipeline.Books(ledger, accounts, pressure, clock));
  }

  private HazardLine hazards(EdgeConfig config, String edgeId, Ledger ledger) {
    HazardConfig hazards = config.hazards();
    MessageIds ids = new MessageIds(edgeId);
    DownTopics topics = new DownTopics(config.mqtt().queueLayout());
    return new HazardLine(
        new EventMemory(hazards),
        new HazardAdmission(hazards),
        new HazardMessages(hazards, new TileTopic(hazards.topicZoom()), ids),
        new QueueMessages(hazards, topics::queuedDenm, ids),
        batcher,
        ledger,
        config.detection().telling().stationId());
  }

  /// The way in.
  Pipeline pipeline() {
    return pipeline;
  }

  /// The newest refusals.
  RefusalLog refusals() {
    return refusals;
  }

  /// How many messages wait for the grid, or for what it knows of their stations.
  int pendingCount() {
    return handover.waitingCount() + batcher.pendingCount();
  }

  /// Has a thread woken whenever [#turn] has something to do at once.
  void onWork(Runnable wakeUp) {
    batcher.onWork(wakeUp);
    teller.onWork(wakeUp);
  }

  /// Does what there is to do. The thread `uplink` only; never blocks.
  ///
  /// @return in how many milliseconds there is something to do again, unless it is woken before
  long turn() {
    housekeeping.turn();
    handover.turn();
    detection.turn();
    pressure.turn(clock.millis(), batcher.pendingPercent());
    return Math.min(batcher.turn(), teller.turn());
  }

  /// Takes nothing new, and has the grid take what is pending.
  ///
  /// @return done when nothing waits any more
  CompletableFuture<Void> drain() {
    pipeline.stop();
    CompletableFuture<Void> stored = handover.drain().thenCompose(_ -> batcher.drain());
    return CompletableFuture.allOf(stored, teller.drain());
  }
}
