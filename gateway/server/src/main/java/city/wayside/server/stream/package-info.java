/// Server-sent events: changes of the traffic and the gateway's status in, text to every stream
/// out. One follower on a virtual thread reads the changes for all; everything else is on the
/// server's one event loop.
@NullMarked
package city.wayside.server.stream;

import org.jspecify.annotations.NullMarked;
