/// The VRU awareness message. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.vam;

import org.jspecify.annotations.NullMarked;
