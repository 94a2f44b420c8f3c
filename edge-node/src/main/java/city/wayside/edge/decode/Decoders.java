package city.wayside.edge.decode;

import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.json.ProbeDecoder;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.ArrayList;
import java.util.List;

/// From bytes to the model: the topic names the kind, the first byte the encoding. Any thread.
public final class Decoders {

  /// The origin in the key of an event whose message names none.
  private static final long NO_ORIGIN = 0;

  private final ProbeDecoder probes = new ProbeDecoder();
  private final PackedDecoder packed = new PackedDecoder();
  private final JsonDecoder json = new JsonDecoder(packed);

  /// Decodes a message; what it is must be what its topic says.
  public Decoded decode(Inbound inbound) {
    return switch (inbound.kind()) {
      case PROBE ->
          probes.decode(inbound.bytes(), inbound.offset(), inbound.length(), probeStation(inbound));
      case CAM, DENM, CPM, VAM, SREM, SSEM, SPATEM, MAPEM, IVIM -> v2x(inbound);
      case BSM, PSM, SRM, SSM, SPAT, MAP, TIM -> v2x(inbound);
      case STATUS ->
          undecodable(Refusal.UNSUPPORTED_TYPE, "type is status, which tells nothing of the road");
    };
  }

  private Decoded v2x(Inbound inbound) {
    Decoded decoded = inbound.isJson() ? json.decode(inbound) : packed.decode(inbound);
    return switch (decoded) {
      case Report report -> ofStation(report, inbound);
      case Decoded.Events events when hasOrigin(inbound) -> ofOrigin(events, inbound.stationId());
      default -> decoded;
    };
  }

  private static boolean hasOrigin(Inbound inbound) {
    return inbound.kind() == MessageKind.TIM && inbound.stationId() != Inbound.STATION_IN_PAYLOAD;
  }

  /// A TIM without packetID does not say whose it is: then its topic does.
  private static Decoded ofOrigin(Decoded.Events events, long stationId) {
    List<RoadEvent> named = new ArrayList<>(events.events().size());
    for (RoadEvent event : events.events()) {
      EventKey key = event.key();
      named.add(
          key.originId() == NO_ORIGIN
              ? event.withKey(new EventKey(stationId, key.sequence()))
              : event);
    }
    return new Decoded.Events(List.copyOf(named));
  }

  /// A report must be of the topic's kind and station.
  private static Decoded ofStation(Report report, Inbound inbound) {
    if (report.kind() != inbound.kind()) {
      return wrongKind(report.kind().word(), inbound.kind());
    }
    if (inbound.stationId() != Inbound.STATION_IN_PAYLOAD
        && inbound.stationId() != report.stationId()) {
      return undecodable(
          Refusal.STATION_MISMATCH,
          "station is "
              + report.stationId()
              + ", must be the topic's station "
              + inbound.stationId());
    }
    return report;
  }

  /// The answer to a message of another kind than its topic says.
  static Decoded wrongKind(String word, MessageKind wanted) {
    return undecodable(
        Refusal.MALFORMED, "the payload is a " + word + ", must be the topic's " + wanted.word());
  }

  private static long probeStation(Inbound inbound) {
    return inbound.stationId() == Inbound.STATION_IN_PAYLOAD
        ? ProbeDecoder.STATION_IN_PAYLOAD
        : inbound.stationId();
  }

  private static Decoded undecodable(Refusal code, String reason) {
    return new Decoded.Undecodable(new Refused(code, reason));
  }
}
