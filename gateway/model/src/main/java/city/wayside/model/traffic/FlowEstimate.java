package city.wayside.model.traffic;

/// Flow of all traffic, estimated from the vehicles that reported.
///
/// @param flowVph vehicles per hour
/// @param penetration share of all vehicles that report, above 0 to 1
/// @param stdErrVph standard error of the flow, vehicles per hour
public record FlowEstimate(double flowVph, double penetration, double stdErrVph) {}
