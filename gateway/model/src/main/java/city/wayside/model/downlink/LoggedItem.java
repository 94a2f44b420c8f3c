package city.wayside.model.downlink;

/// An item with its place in the log of the grid.
///
/// @param sequence ascending in the order that holds for all edge nodes, also when the whole grid
///   was started anew; no two are the same
/// @param item what is told
public record LoggedItem(long sequence, DownItem item) {}
