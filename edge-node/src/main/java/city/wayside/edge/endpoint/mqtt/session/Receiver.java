package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.edge.endpoint.mqtt.packet.MqttVersion;

/// What a client said of what it can take.
///
/// @param version the protocol's version
/// @param inFlightMax QoS 1 messages at once (receive maximum), 1 to 65,535
/// @param packetBytesMax the longest packet; longer ones are not sent to it (MQTT 5 §3.1.2.11.4)
/// @param aliasesMax topic aliases that it can remember
public record Receiver(MqttVersion version, int inFlightMax, int packetBytesMax, int aliasesMax) {}
