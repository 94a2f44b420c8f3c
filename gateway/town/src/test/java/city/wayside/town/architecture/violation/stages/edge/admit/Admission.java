package city.wayside.town.architecture.violation.stages.edge.admit;

/// Used by a stage that must not know it.
public record Admission(String client) {}
