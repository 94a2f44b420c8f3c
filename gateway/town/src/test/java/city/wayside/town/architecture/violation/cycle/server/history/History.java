package city.wayside.town.architecture.violation.cycle.server.history;

/// The other half.
public record History(
    java.util.List<city.wayside.town.architecture.violation.cycle.server.api.Api> readers) {}
