/// How many messages a second go all the way, at which latency, and what one costs the server.
/// Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench.ingest;

import org.jspecify.annotations.NullMarked;
