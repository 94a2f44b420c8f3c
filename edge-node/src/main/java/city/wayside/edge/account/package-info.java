/// What became of each client's messages: counters that the clients' event loops count, a bounded
/// table of those who were active last, and the newest refusals. Outcomes flow in from any thread;
/// figures flow out to the thread that tells the grid.
@NullMarked
package city.wayside.edge.account;

import org.jspecify.annotations.NullMarked;
