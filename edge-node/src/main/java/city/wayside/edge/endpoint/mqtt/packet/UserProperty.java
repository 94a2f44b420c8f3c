package city.wayside.edge.endpoint.mqtt.packet;

/// A name and a value that the protocol passes on without looking at them. A name may come more
/// than once, and the order is kept.
///
/// @param name the name
/// @param value the value
public record UserProperty(String name, String value) {}
