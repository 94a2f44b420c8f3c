package city.wayside.model.downlink;

/// What edge nodes are told through the log of the grid.
public sealed interface DownItem permits DownMessage, SessionMoved {}
