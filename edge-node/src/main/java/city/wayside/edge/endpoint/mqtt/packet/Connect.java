package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// The first packet of a client (MQTT 5 §3.1). It owns all it holds and may be kept.
///
/// @param version which protocol is spoken
/// @param clientId the client's name for its session; empty when the server is to choose one. Of
///   MQTT 3.1.1 an empty one is handed over without clean start, too
/// @param cleanStart whether an older session is to be forgotten; Clean Session in MQTT 3.1.1
/// @param keepAliveS the longest pause between two packets of the client; 0 for any
/// @param will what is published when the client is gone
/// @param userName who it says it is
/// @param password by which it proves that; a copy
/// @param properties what else it said
public record Connect(
    MqttVersion version,
    String clientId,
    boolean cleanStart,
    int keepAliveS,
    @Nullable Will will,
    @Nullable String userName,
    byte @Nullable [] password,
    ConnectProperties properties) {}
