package city.wayside.edge.endpoint.mqtt.packet;

/// The message that the server publishes for a client that went without good-bye (MQTT 5 §3.1.2.5).
///
/// @param topic where to
/// @param payload what; belongs to the will alone
/// @param qos 0 to 2
/// @param isRetain whether it is to be retained
/// @param delayS how many seconds to wait for the client to come back, 0 to 4,294,967,295
/// @param properties what is passed on with it
public record Will(
    String topic,
    byte[] payload,
    int qos,
    boolean isRetain,
    long delayS,
    MessageProperties properties) {}
