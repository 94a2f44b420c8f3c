/// The cooperative awareness message. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.cam;

import org.jspecify.annotations.NullMarked;
