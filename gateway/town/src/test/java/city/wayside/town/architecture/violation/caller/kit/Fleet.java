package city.wayside.town.architecture.violation.caller.kit;

/// Breaks the rule of the kit: it calls the server that it tests.
record Fleet(city.wayside.town.architecture.violation.caller.server.Server server) {}
