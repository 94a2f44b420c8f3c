package city.wayside.town.architecture.violation.cycle.server.api;

/// One half of a cycle.
public record Api(city.wayside.town.architecture.violation.cycle.server.history.History history) {}
