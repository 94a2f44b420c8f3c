package city.wayside.kit.fleet;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;

/// How a vehicle writes its reports.
public interface PayloadFormat {

  /// The kind of message; its word is the topic's last level.
  MessageKind kind();

  /// The payload of one report.
  byte[] encode(Report report);

  /// The gateway's own JSON probe.
  static PayloadFormat probe() {
    return new ProbeFormat();
  }
}
