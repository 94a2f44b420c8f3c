package city.wayside.edge;

import city.wayside.edge.admit.ClientQuotas;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.pressure.BeaconThinning;
import city.wayside.edge.pressure.Pressure;
import city.wayside.edge.uplink.Batcher;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// What is asked before a message is decoded, so that what is turned away costs little: the
/// client's quota, what is left out under load, and whether there is room to wait for the grid. Any
/// thread.
///
/// Urgent messages have a quota and a room of their own: a client that sends too many beacons may
/// still warn.
final class Gate {

  private final ClientQuotas quotas;
  private final ClientQuotas urgentQuotas;
  private final Pressure pressure;
  private final BeaconThinning thinning;
  private final Batcher batcher;

  Gate(
      ClientQuotas quotas,
      ClientQuotas urgentQuotas,
      Pressure pressure,
      BeaconThinning thinning,
      Batcher batcher) {
    this.quotas = quotas;
    this.urgentQuotas = urgentQuotas;
    this.pressure = pressure;
    this.thinning = thinning;
    this.batcher = batcher;
  }

  /// Why a message is refused before it is decoded; nothing when it is not.
  @Nullable Refused check(Inbound inbound) {
    MessageKind kind = inbound.kind();
    ClientQuotas ofKind = kind.isUrgent() ? urgentQuotas : quotas;
    Refused tooFast = ofKind.check(inbound.client().grant(), inbound.receivedMs());
    if (tooFast != null) {
      return tooFast;
    }
    if (kind.isBeacon() && pressure.level() > 0 && !isStationInPayload(inbound)) {
      Refused thinned = thinned(inbound);
      if (thinned != null) {
        return thinned;
      }
    }
    return batcher.refusal(kind);
  }

  /// Why a beacon is left out whose station only its payload told; nothing when it is not.
  @Nullable Refused check(Inbound inbound, Report report) {
    return inbound.kind().isBeacon() && pressure.level() > 0 && isStationInPayload(inbound)
        ? thinning.check(
            pressure.level(),
            qos(inbound),
            BeaconThinning.stationKey(report.stationId()),
            inbound.receivedMs())
        : null;
  }

  private @Nullable Refused thinned(Inbound inbound) {
    long stationId = inbound.stationId();
    if (stationId != Inbound.STATION_IN_PAYLOAD
        && inbound.client().grant().speaksFor() instanceof SpeaksFor.Stations own
        && !own.stationIds().contains(stationId)) {
      // It will be refused for that: meanwhile it must not use up another station's turn.
      return null;
    }
    long key =
        stationId == Inbound.STATION_IN_PAYLOAD
            ? BeaconThinning.clientKey(inbound.client().id())
            : BeaconThinning.stationKey(stationId);
    return thinning.check(pressure.level(), qos(inbound), key, inbound.receivedMs());
  }

  /// A road-side unit speaks for many stations; which one it is must be known before one of them is
  /// left out. A vehicle is one station, whatever its topic says.
  private static boolean isStationInPayload(Inbound inbound) {
    return inbound.stationId() == Inbound.STATION_IN_PAYLOAD
        && inbound.client().grant().role() == ClientRole.RSU;
  }

  private static int qos(Inbound inbound) {
    return inbound.wantsAnswer() ? 1 : 0;
  }
}
