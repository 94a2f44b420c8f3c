package city.wayside.town.architecture.violation.caller.server;

/// Used by the kit.
public record Server(String url) {}
