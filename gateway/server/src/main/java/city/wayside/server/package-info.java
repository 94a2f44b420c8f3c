/// The gateway's HTTP side: road network, traffic, stations and streams for programs and people,
/// probes, and the console. Requests in, answers out of the grid's ports; requests are read and
/// answers written on one event loop, stores are asked on virtual threads.
///
/// Start reading at [city.wayside.server.GatewayServer].
@NullMarked
package city.wayside.server;

import org.jspecify.annotations.NullMarked;
