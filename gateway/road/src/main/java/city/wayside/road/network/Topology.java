package city.wayside.road.network;

/// What can be driven after what: the successors of link `i` are `successors[start[i]]` to
/// `successors[start[i + 1]]`, exclusive.
///
/// @param start first successor of each link, and one more
/// @param successors links
/// @param connectorFrom the segment that each connector leads away from
record Topology(int[] start, int[] successors, int[] connectorFrom) {}
