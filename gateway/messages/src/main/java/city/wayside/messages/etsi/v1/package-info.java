/// CAM and DENM of protocol version 1, where their bits differ. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.v1;

import org.jspecify.annotations.NullMarked;
