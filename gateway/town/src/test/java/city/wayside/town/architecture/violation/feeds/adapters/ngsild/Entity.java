package city.wayside.town.architecture.violation.feeds.adapters.ngsild;

/// Used by another adapter.
public record Entity(String id) {}
