package city.wayside.town.architecture.violation.lines.road;

/// Used by what must not know it.
public record Road(String name) {}
