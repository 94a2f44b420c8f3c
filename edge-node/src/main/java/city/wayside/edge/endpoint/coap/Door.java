package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Presented;
import java.util.function.Function;
import org.eclipse.californium.elements.Connector;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.EndpointContextMatcher;

/// A way in: a Californium connector, and what it knows of who comes through.
///
/// @param name names its threads and its lines in the log, such as `coap`
/// @param connector sends and receives; started and stopped by the endpoint
/// @param matcher tells who is the other end of a conversation
/// @param knowing by what a client is told from others: what the connector has verified, however
///   many sessions it is shown in; the address where nothing is verified
/// @param presenting what a client shows, from what the connector has verified; called once for a
///   client that is not known yet
/// @param isProving true when nobody comes through who has not proven its address, as DTLS does
///   with its cookie (RFC 6347 §4.2.1)
/// @param isHandedOver true when the next process goes on with the sessions of this one: whoever is
///   not answered while this one stops sends again, and is answered by that one
record Door(
    String name,
    Connector connector,
    EndpointContextMatcher matcher,
    Function<EndpointContext, Object> knowing,
    Function<EndpointContext, Presented> presenting,
    boolean isProving,
    boolean isHandedOver) {}
