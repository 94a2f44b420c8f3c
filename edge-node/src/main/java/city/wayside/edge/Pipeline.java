package city.wayside.edge;

import city.wayside.edge.admit.Admission;
import city.wayside.edge.admit.Admitting.Admitted;
import city.wayside.edge.admit.Admitting.Rejected;
import city.wayside.edge.admit.ClientQuotas;
import city.wayside.edge.decode.Decoders;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.station.StationLane;
import city.wayside.edge.station.StationLanes;
import city.wayside.edge.uplink.Batcher;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.Decoded.Undecodable;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.tally.TallyBoard;
import org.jspecify.annotations.Nullable;

/// The way of one message through the stages: the list is [#run].
///
/// ```
/// Inbound ─quota─▶ ─decode─▶ Report ─admit─▶ Admitted ─match─▶ MatchedReport ─tally─▶ ─uplink─▶
///                                   └──────── within the station's lane ────────────────────┘
/// ```
final class Pipeline implements Intake {

  private static final Refused STOPPING =
      new Refused(Refusal.OVERLOADED, "the edge node stops, connect again to reach another");

  private final ClientQuotas quotas;
  private final Decoders decoders;
  private final StationLanes lanes;
  private final Admission admission;
  private final RoadMatcher matcher;
  private final TallyBoard board;
  private final Batcher batcher;
  private final Ledger ledger;
  private volatile boolean isStopping;

  Pipeline(
      ClientQuotas quotas,
      Decoders decoders,
      StationLanes lanes,
      Admission admission,
      RoadMatcher matcher,
      TallyBoard board,
      Batcher batcher,
      Ledger ledger) {
    this.quotas = quotas;
    this.decoders = decoders;
    this.lanes = lanes;
    this.admission = admission;
    this.matcher = matcher;
    this.board = board;
    this.batcher = batcher;
    this.ledger = ledger;
  }

  @Override
  public @Nullable Refused take(Inbound inbound) {
    ledger.received(inbound.kind());
    Refused refused = run(inbound);
    if (refused != null) {
      ledger.refused(refused.code());
      if (refused.code().tellsSuccess()) {
        batcher.follows(inbound);
      }
    }
    return refused;
  }

  /// The whole pipeline, from top to bottom. The first stage that refuses ends it.
  private @Nullable Refused run(Inbound inbound) {
    if (isStopping) {
      return STOPPING;
    }
    Refused tooFast = quotas.check(inbound.client().grant(), inbound.receivedMs());
    if (tooFast != null) {
      return tooFast;
    }
    Refused tooMuch = batcher.refusal();
    if (tooMuch != null) {
      return tooMuch;
    }
    return switch (decoders.decode(inbound)) {
      case Undecodable(Refused undecodable) -> undecodable;
      // What this version does not keep must not be acknowledged.
      case Decoded.Reports _,
          Decoded.Events _,
          Decoded.Signals _,
          Decoded.Maps _,
          Decoded.PriorityRequests _,
          Decoded.PriorityStatuses _ ->
          new Refused(
              Refusal.UNSUPPORTED_TYPE,
              "type is "
                  + inbound.kind().word()
                  + ", which this version understands but does not pass on");
      case Report report -> {
        StationLane lane = lanes.of(report.stationId());
        lane.lock();
        try {
          yield switch (admission.admit(
              inbound.client().grant(), report, lane, inbound.receivedMs())) {
            case Rejected(Refused rejected) -> rejected;
            case Admitted admitted -> {
              MatchedReport matched = matcher.match(admitted.trajectory(), admitted.report());
              board.add(matched);
              batcher.admitted(inbound, matched);
              ledger.admitted(inbound.kind(), matched.segmentIndex() != StationState.OFF_ROAD);
              yield null;
            }
          };
        } finally {
          lane.unlock();
        }
      }
    };
  }

  /// Refuses everything from now on. Any thread.
  void stop() {
    isStopping = true;
  }

  @Override
  public void turnedAway(@Nullable MessageKind kind, Refusal code) {
    ledger.received(kind);
    ledger.refused(code);
  }
}
