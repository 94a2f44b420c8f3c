package city.wayside.model.session;

/// A client connects to an edge node, which asks for its session.
///
/// @param clientId the client's id
/// @param isCleanStart true when a session from before is of no use to it
/// @param expiryS how long the session shall be kept after its connection has ended
public record SessionClaim(String clientId, boolean isCleanStart, long expiryS) {}
