/// The messages of ETSI ITS behind their header. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi;

import org.jspecify.annotations.NullMarked;
