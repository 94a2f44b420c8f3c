package city.wayside.model.flow;

import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.List;

/// A window was closed, or revised by late reports.
///
/// @param cursor the change's place in the stream of changes, ascending
/// @param length the window's length
/// @param windowStartMs the window's start, milliseconds since 1970
/// @param revision 0 when the window was closed, more when it was revised
/// @param segments the records that are new or changed
public record TrafficChange(
    long cursor,
    WindowLength length,
    long windowStartMs,
    int revision,
    List<SegmentTraffic> segments) {}
