package city.wayside.town.backtest.report;

/// What a report is about, for its head.
///
/// @param trace name of the trace
/// @param network name of the road network
/// @param truth name of the truth
/// @param windowS length of the windows
/// @param machine what it was measured on, and with which version
public record Subject(String trace, String network, String truth, int windowS, String machine) {}
