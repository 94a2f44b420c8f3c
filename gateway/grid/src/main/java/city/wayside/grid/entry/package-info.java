/// What is done to an entry where it lies, so that nothing can come between reading and writing it:
/// putting what is newer, claiming a session. Each runs in the thread of the entry's partition,
/// once in its owner and once in each backup. Pure.
@NullMarked
package city.wayside.grid.entry;

import org.jspecify.annotations.NullMarked;
