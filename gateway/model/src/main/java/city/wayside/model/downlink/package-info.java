/// What goes down to clients: messages on topics, in one order for the whole grid. The bytes of a
/// message are never changed once it is made. Values and ports; any thread.
@NullMarked
package city.wayside.model.downlink;

import org.jspecify.annotations.NullMarked;
