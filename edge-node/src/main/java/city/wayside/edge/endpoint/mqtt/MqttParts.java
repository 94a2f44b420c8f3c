package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Offenders;
import city.wayside.edge.endpoint.mqtt.session.SessionDesk;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.outbound.RecentLog;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What all event loops of the endpoint share.
///
/// @param config the settings
/// @param intake takes the messages
/// @param gatekeeper decides who may come in
/// @param desk claims and saves sessions
/// @param connected who is connected
/// @param wills publishes what clients leave behind
/// @param recent the newest part of what goes down
/// @param counts counts what happens to connections
/// @param offenders who breaks the rules
/// @param clock tells the time
/// @param assignedIds makes ids for clients without one
/// @param edgeId the edge node
record MqttParts(
    MqttConfig config,
    Intake intake,
    Gatekeeper gatekeeper,
    SessionDesk desk,
    Connected connected,
    Wills wills,
    RecentLog recent,
    ConnectionCounts counts,
    Offenders offenders,
    InstantSource clock,
    Supplier<String> assignedIds,
    String edgeId) {}
