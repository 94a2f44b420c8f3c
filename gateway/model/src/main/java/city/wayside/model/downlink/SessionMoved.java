package city.wayside.model.downlink;

/// A client has connected: whoever still serves an older connection of it ends that one.
///
/// @param clientId the client's id
/// @param epoch counts the client's connections over all edge nodes; the highest one holds
/// @param edgeId the edge node that serves it now
public record SessionMoved(String clientId, long epoch, String edgeId) implements DownItem {}
