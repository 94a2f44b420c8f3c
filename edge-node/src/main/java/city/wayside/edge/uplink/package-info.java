/// From matched reports to the grid, one batch at a time. Matched reports and receipts flow in from
/// event loops; batches flow out and receipts flow back, on the uplink's thread alone.
@NullMarked
package city.wayside.edge.uplink;

import org.jspecify.annotations.NullMarked;
