/// A trace, or a network and a rate, flows in; vehicles that report over MQTT as clients of their
/// own flow out, and an account in which every message is acknowledged, refused or lost. One reader
/// on a virtual thread; all else on the event loop that [Fleet] was made on.
@NullMarked
package city.wayside.kit.fleet;

import org.jspecify.annotations.NullMarked;
