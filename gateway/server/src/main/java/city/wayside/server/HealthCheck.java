package city.wayside.server;

/// Whether one thing that the gateway needs is there.
///
/// @param name the thing, in one word
/// @param up true when it works
/// @param detail one sentence for the operator
public record HealthCheck(String name, boolean up, String detail) {}
