package city.wayside.edge;

import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.admit.Admission;
import city.wayside.edge.admit.Admitting.Admitted;
import city.wayside.edge.admit.Admitting.Rejected;
import city.wayside.edge.decode.Decoders;
import city.wayside.edge.detect.Detector;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.inbound.PauseListener;
import city.wayside.edge.pressure.Pressure;
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
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The way of one message through the stages: the list is [#run].
///
/// ```
/// Inbound ─gate─▶ decode─▶ Report ─admit─▶ Admitted ─match─▶ Matched ─tally─▶ ─detect─▶ ─uplink─▶
///                                  └──────── within the station's lane ─────────────────────────┘
/// ```
final class Pipeline implements Intake {

  private static final Refused STOPPING =
      new Refused(Refusal.OVERLOADED, "the edge node stops, connect again to reach another");

  private final Gate gate;
  private final Decoders decoders;
  private final StationLanes lanes;
  private final Admission admission;
  private final RoadMatcher matcher;
  private final TallyBoard board;
  private final Detector detector;
  private final Batcher batcher;
  private final HazardLine hazards;
  private final StatusLine statuses;
  private final Books books;
  private volatile boolean isStopping;

  /// Where it is written down what comes of everything.
  ///
  /// @param ledger counts messages
  /// @param accounts counts them for each client
  /// @param pressure how hard pressed the node is
  /// @param clock tells when a message was turned away
  record Books(Ledger ledger, ClientAccounts accounts, Pressure pressure, InstantSource clock) {}

  Pipeline(
      Gate gate,
      Decoders decoders,
      StationLanes lanes,
      Admission admission,
      RoadMatcher matcher,
      TallyBoard board,
      Detector detector,
      Batcher batcher,
      HazardLine hazards,
      StatusLine statuses,
      Books books) {
    this.gate = gate;
    this.decoders = decoders;
    this.lanes = lanes;
    this.admission = admission;
    this.matcher = matcher;
    this.board = board;
    this.detector = detector;
    this.batcher = batcher;
    this.hazards = hazards;
    this.statuses = statuses;
    this.books = books;
  }

  @Override
  public @Nullable Refused take(Inbound inbound) {
    books.ledger.received(inbound.kind());
    Refused refused = run(inbound);
    if (refused != null && refused.code().tellsSuccess()) {
      Refused tooMuch = batcher.follows(inbound);
      refused = tooMuch == null ? refused : tooMuch;
    }
    if (refused != null) {
      books.ledger.refused(inbound, refused);
    }
    return refused;
  }

  /// The whole pipeline, from top to bottom. The first stage that refuses ends it.
  private @Nullable Refused run(Inbound inbound) {
    if (isStopping) {
      return STOPPING;
    }
    Refused turnedBack = gate.check(inbound);
    if (turnedBack != null) {
      return turnedBack;
    }
    if (inbound.kind() == MessageKind.STATUS) {
      return statuses.take(inbound);
    }
    return switch (decoders.decode(inbound)) {
      case Undecodable(Refused undecodable) -> undecodable;
      case Decoded.Events events -> hazards.take(inbound, events.events());
      // What this version does not keep must not be acknowledged.
      case Decoded.Reports _,
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
        Refused leftOut = gate.check(inbound, report);
        yield leftOut == null ? take(inbound, report) : leftOut;
      }
    };
  }

  /// The way of a report, within its station's lane.
  private @Nullable Refused take(Inbound inbound, Report report) {
    StationLane lane = lanes.of(report.stationId());
    lane.lock();
    try {
      return switch (admission.admit(
          inbound.client().grant(), report, lane, inbound.receivedMs())) {
        case Rejected(Refused rejected) -> rejected;
        case Admitted admitted -> {
          MatchedReport matched = matcher.match(admitted.trajectory(), admitted.report());
          board.add(matched);
          detector.see(matched, admitted.station().motion());
          batcher.admitted(inbound, matched);
          books.ledger.admitted(inbound, matched.segmentIndex() != StationState.OFF_ROAD);
          yield null;
        }
      };
    } finally {
      lane.unlock();
    }
  }

  /// Refuses everything from now on. Any thread.
  void stop() {
    isStopping = true;
  }

  @Override
  public void turnedAway(Client client, @Nullable MessageKind kind, Refused refused) {
    books.ledger.received(kind);
    books.ledger.refused(client, kind, refused, books.clock.millis());
  }

  @Override
  public void brokeRules(String who, Refused refused) {
    books.ledger.brokeRules(who, refused, books.clock.millis());
  }

  @Override
  public ClientAccounts accounts() {
    return books.accounts;
  }

  @Override
  public boolean mustPause() {
    return batcher.mustPause();
  }

  @Override
  public void onPause(PauseListener listener) {
    batcher.onPause(listener);
  }

  @Override
  public void loopLag(int loop, long lagMs) {
    books.pressure.loopLag(loop, lagMs);
  }
}
