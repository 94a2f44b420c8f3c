/// The command line: words in, one composed piece of work done, lines and an exit code out. Each
/// command only reads its options and composes; the work is elsewhere. Main thread.
@NullMarked
package city.wayside.town.cli;

import org.jspecify.annotations.NullMarked;
