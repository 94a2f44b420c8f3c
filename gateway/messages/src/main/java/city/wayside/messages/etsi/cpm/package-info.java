/// The collective perception message. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.cpm;

import org.jspecify.annotations.NullMarked;
