package city.wayside.kit.fleet;

import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;

/// Reports as JSON probes.
final class ProbeFormat implements PayloadFormat {

  private final ProbeEncoder encoder = new ProbeEncoder();

  @Override
  public MessageKind kind() {
    return MessageKind.PROBE;
  }

  @Override
  public byte[] encode(Report report) {
    return encoder.encode(report);
  }
}
