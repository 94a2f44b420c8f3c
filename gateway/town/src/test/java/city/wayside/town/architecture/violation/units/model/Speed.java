package city.wayside.town.architecture.violation.units.model;

/// Breaks the rule of units: nobody can tell in what.
record Speed(double speed) {}
