package city.wayside.edge;

import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.detect.Detector;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.translation.DenmWriter;
import city.wayside.messages.translation.Packed;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.MessageKind;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of events that are found in traffic: each becomes a DENM of the gateway's own station,
/// and goes where the hazards of vehicles go. The thread `uplink` only.
final class DetectionLine {

  private static final Logger LOG = LoggerFactory.getLogger(DetectionLine.class);

  /// Such messages are no client's: they have no limit, and no answer.
  private record Self(Grant grant, ClientAccount account) implements Client {

    @Override
    public String id() {
      return grant.name();
    }

    @Override
    public Acknowledger acknowledger() {
      return _ -> {};
    }
  }

  private final Detector detector;
  private final HazardLine hazards;
  private final Client self;
  private final long stationId;
  private final InstantSource clock;

  /// @param accounts where it is counted what becomes of its messages; not those of clients
  /// @param stationId the station of its events
  DetectionLine(
      Detector detector,
      HazardLine hazards,
      ClientAccounts accounts,
      long stationId,
      InstantSource clock) {
    this.detector = detector;
    this.hazards = hazards;
    this.stationId = stationId;
    this.clock = clock;
    Grant grant = new Grant("detection", ClientRole.RSU, SpeaksFor.EVERYONE, Double.MAX_VALUE);
    this.self = new Self(grant, accounts.connected(grant.name(), grant, "none", clock.millis()));
  }

  /// Tells what is new. Never blocks.
  void turn() {
    detector.turn(clock.millis(), this::tell);
  }

  private boolean tell(RoadEvent event) {
    return switch (DenmWriter.write(event, stationId)) {
      case Packed.Bytes(byte[] denm) ->
          hazards.tell(
              new Inbound(
                  self,
                  Inbound.NO_ANSWER,
                  MessageKind.DENM,
                  stationId,
                  denm,
                  0,
                  denm.length,
                  event.time().referenceMs()),
              event);
      case Packed.Unpackable unpackable -> {
        LOG.warn("An event found in traffic is no DENM: {}", unpackable.refused().reason());
        yield true;
      }
    };
  }
}
