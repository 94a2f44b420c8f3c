package city.wayside.edge.endpoint.mqtt.packet;

/// What a client subscribes to, and how (MQTT 5 §3.8.3).
///
/// @param filter the topic filter; with MQTT 5 it may be one of a shared subscription,
///   `$share/{name}/{filter}`
/// @param qos the most it wants, 0 to 2
/// @param noLocal whether it does not want what it published itself; never with a shared one
/// @param retainAsPublished whether messages keep the flag with which they were published
/// @param retainHandling which retained messages it wants at once: 0 all, 1 all if the subscription
///   is new, 2 none
public record Subscription(
    String filter, int qos, boolean noLocal, boolean retainAsPublished, int retainHandling) {}
