/// A recorded trace (CSV, also gzipped) flows in, one row of plain numbers after the other flows
/// out; lines that are no rows are told to the caller and skipped. Blocks on the file; for a
/// virtual thread or a command's own, one thread for each reader.
@NullMarked
package city.wayside.kit.trace;

import org.jspecify.annotations.NullMarked;
