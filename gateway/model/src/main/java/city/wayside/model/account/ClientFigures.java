package city.wayside.model.account;

import city.wayside.model.client.ClientRole;

/// What is known of one client at one edge node. A client that went to another edge node has
/// figures at both until the older ones are forgotten.
///
/// @param clientId the client's id in its protocol
/// @param edgeId the edge node and its start, unique for every run of it
/// @param name the name by which it was let in
/// @param role what it is
/// @param protocol what it speaks, such as `mqtt 5`
/// @param isConnected false once its last connection to this edge node has ended
/// @param connectedMs when its newest connection began, milliseconds since 1970
/// @param seenMs when it was last heard of, milliseconds since 1970
/// @param counts what became of its messages, since the edge node knows it
/// @param status what it last said of itself, as it wrote it; empty when it said nothing
public record ClientFigures(
    String clientId,
    String edgeId,
    String name,
    ClientRole role,
    String protocol,
    boolean isConnected,
    long connectedMs,
    long seenMs,
    MessageCounts counts,
    String status) {}
