package city.wayside.town.architecture.violation.stages.edge.decode;

/// Breaks the rule of stages: decoding knows admission.
record Decoder(city.wayside.town.architecture.violation.stages.edge.admit.Admission admission) {}
