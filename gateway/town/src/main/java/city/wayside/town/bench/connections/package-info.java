/// What very many connections that say nothing cost a server, and how it bears it when all of them
/// come back at once. Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench.connections;

import org.jspecify.annotations.NullMarked;
