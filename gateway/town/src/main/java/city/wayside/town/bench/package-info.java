/// End-to-end benchmarks: a server in a process of its own, load from this one, and the account
/// that must balance before a figure means anything. Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench;

import org.jspecify.annotations.NullMarked;
