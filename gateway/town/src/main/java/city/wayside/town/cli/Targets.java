package city.wayside.town.cli;

import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `mqtt://host:port`.
final class Targets implements ITypeConverter<MqttTarget> {

  private static final int MQTT_PORT = 1883;

  @Override
  public MqttTarget convert(String text) {
    try {
      URI url = new URI(text);
      if ("coap".equals(url.getScheme()) || "coaps".equals(url.getScheme())) {
        throw new TypeConversionException("\"" + text + "\"; not yet: CoAP; allowed is mqtt://…");
      }
      if ("mqtt".equals(url.getScheme()) && url.getHost() != null) {
        int port = url.getPort() < 0 ? MQTT_PORT : url.getPort();
        return MqttTarget.of(url.getHost(), port, MqttVersion.V5);
      }
    } catch (URISyntaxException | IllegalArgumentException _) {
      // Told below, with what is allowed.
    }
    throw new TypeConversionException("\"" + text + "\"; allowed is mqtt://host:port");
  }
}
