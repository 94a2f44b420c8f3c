package city.wayside.model.client;

/// What a client that was let in may do.
///
/// @param name the name by which it is known: in the registry, in counters, in the log
/// @param role what it is
/// @param speaksFor for which stations it may speak
/// @param ratePerS messages a second that it may send on average, above 0
public record Grant(String name, ClientRole role, SpeaksFor speaksFor, double ratePerS) {}
