package city.wayside.edge.decode;

import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.json.ProbeDecoder;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// From bytes to a report: one decoder per kind of message.
public final class Decoders {

  private final ProbeDecoder probes = new ProbeDecoder();

  /// Decodes a message by its kind.
  public Decoded decode(Inbound inbound) {
    return switch (inbound.kind()) {
      case PROBE ->
          probes.decode(inbound.bytes(), inbound.offset(), inbound.length(), probeStation(inbound));
      case CAM, DENM, CPM, VAM, SREM, SSEM, SPATEM, MAPEM, IVIM -> notYet(inbound.kind());
      case BSM, PSM, SRM, SSM, SPAT, MAP, TIM, STATUS -> notYet(inbound.kind());
    };
  }

  private static long probeStation(Inbound inbound) {
    return inbound.stationId() == Inbound.STATION_IN_PAYLOAD
        ? ProbeDecoder.STATION_IN_PAYLOAD
        : inbound.stationId();
  }

  private static Decoded notYet(MessageKind kind) {
    return new Decoded.Undecodable(
        new Refused(
            Refusal.UNSUPPORTED_TYPE,
            "type is " + kind.word() + ", which this version does not decode; it decodes probe"));
  }
}
