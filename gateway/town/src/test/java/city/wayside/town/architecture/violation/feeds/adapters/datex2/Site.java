package city.wayside.town.architecture.violation.feeds.adapters.datex2;

/// Breaks the rule of adapters: DATEX II knows NGSI-LD.
record Site(city.wayside.town.architecture.violation.feeds.adapters.ngsild.Entity entity) {}
