package city.wayside.kit.fleet;

import city.wayside.messages.json.ProbeEncoder;
import city.wayside.messages.json.itsclient.Encoded;
import city.wayside.messages.json.itsclient.ItsClientEncoder;
import city.wayside.messages.json.itsclient.Sender;
import city.wayside.messages.translation.BsmWriter;
import city.wayside.messages.translation.CamWriter;
import city.wayside.messages.translation.Packed;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How vehicles write their reports.
public enum PayloadFormat {
  /// CAM of protocol version 2, packed (ETSI EN 302 637-2).
  CAM(MessageKind.CAM, "cam"),
  /// CAM 2.4.0 in JSON (its-client).
  CAM_JSON(MessageKind.CAM, "cam-json"),
  /// BSM in its MessageFrame, packed (SAE J2735).
  BSM(MessageKind.BSM, "bsm"),
  /// The gateway's own JSON probe.
  PROBE(MessageKind.PROBE, "probe");

  private final MessageKind kind;
  private final String word;

  PayloadFormat(MessageKind kind, String word) {
    this.kind = kind;
    this.word = word;
  }

  /// Writes the reports of a fleet. One thread.
  @FunctionalInterface
  public interface Encoder {

    /// The payload of one report; nothing when the format cannot say it.
    byte @Nullable [] encode(Report report);
  }

  /// The kind of message; its word is the topic's last level.
  public MessageKind kind() {
    return kind;
  }

  /// Its name on the command line.
  public String word() {
    return word;
  }

  /// The format with a name.
  public static Optional<PayloadFormat> ofWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /// An encoder for one fleet.
  public Encoder encoder() {
    return switch (this) {
      case CAM -> {
        CamWriter writer = new CamWriter();
        yield report -> bytes(writer.write(report));
      }
      case CAM_JSON -> {
        ItsClientEncoder encoder = new ItsClientEncoder();
        yield report -> bytes(encoder.cam(report, sender(report.stationId())));
      }
      case BSM -> {
        BsmWriter writer = new BsmWriter();
        yield report -> bytes(writer.write(report));
      }
      case PROBE -> new ProbeEncoder()::encode;
    };
  }

  private static Sender sender(long stationId) {
    return new Sender(Vehicle.clientId(stationId), stationId);
  }

  private static byte @Nullable [] bytes(Packed packed) {
    return packed instanceof Packed.Bytes message ? message.bytes() : null;
  }

  private static byte @Nullable [] bytes(Encoded encoded) {
    return encoded instanceof Encoded.Text message ? message.json() : null;
  }
}
