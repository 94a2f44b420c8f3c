/// Benchmarks. End to end: a server in a process of its own, load from this one, and the account
/// that must balance before a figure means anything. Decoding: on the calling thread, right before
/// fast. Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench;

import org.jspecify.annotations.NullMarked;
