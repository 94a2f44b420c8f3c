/// What a server does with more than it can take: what it leaves out, what never, and how soon it
/// is itself again. Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench.overload;

import org.jspecify.annotations.NullMarked;
