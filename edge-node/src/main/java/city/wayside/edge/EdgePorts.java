package city.wayside.edge;

import city.wayside.model.account.ClientFiguresSink;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.flow.StationLookup;
import city.wayside.model.flow.Uplink;
import city.wayside.model.session.SessionStore;
import city.wayside.model.telemetry.Telemetry;

/// What an edge node is connected to.
///
/// @param uplink takes the batches
/// @param stations finds what is known of stations that others have heard
/// @param figures takes what became of the clients' messages
/// @param log tells what goes down
/// @param sessions keeps the sessions of clients
/// @param clients who may connect, when not everybody may
/// @param telemetry takes the metrics
public record EdgePorts(
    Uplink uplink,
    StationLookup stations,
    ClientFiguresSink figures,
    DownlinkLog log,
    SessionStore sessions,
    ClientRegistry clients,
    Telemetry telemetry) {}
