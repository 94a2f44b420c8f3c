package city.wayside.town.architecture.violation.lines.messages;

/// Breaks the lines: messages stand beside the road, not above it.
record Decoder(city.wayside.town.architecture.violation.lines.road.Road road) {}
