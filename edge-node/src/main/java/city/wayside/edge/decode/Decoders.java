package city.wayside.edge.decode;

import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.json.ProbeDecoder;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// From bytes to the model: the topic names the kind, the first byte the encoding. Any thread.
public final class Decoders {

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
          undecodable(
              Refusal.UNSUPPORTED_TYPE, "type is status, which this version does not decode");
    };
  }

  private Decoded v2x(Inbound inbound) {
    boolean isJson = inbound.length() > 0 && inbound.bytes()[inbound.offset()] == '{';
    Decoded decoded = isJson ? json.decode(inbound) : packed.decode(inbound);
    return decoded instanceof Report report ? ofStation(report, inbound) : decoded;
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
