/// End-to-end benchmarks: a town and a load in one process, runs with their correctness out. Main
/// thread.
@NullMarked
package city.wayside.town.bench;

import org.jspecify.annotations.NullMarked;
