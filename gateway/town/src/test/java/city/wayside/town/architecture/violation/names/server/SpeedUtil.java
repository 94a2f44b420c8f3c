package city.wayside.town.architecture.violation.names.server;

/// Breaks the rule of names.
interface SpeedUtil {}
