/// Servers under test, each in a process of its own on the loopback: ours, and peers where they are
/// installed. What they are asked is what any process can be asked: memory, processor time,
/// counters. Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench.server;

import org.jspecify.annotations.NullMarked;
