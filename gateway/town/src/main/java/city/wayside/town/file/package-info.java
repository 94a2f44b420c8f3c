/// Files of the operator that are followed while the service runs. Paths flow in, versions flow
/// out. Blocks; for virtual threads.
@NullMarked
package city.wayside.town.file;

import org.jspecify.annotations.NullMarked;
