/// The outside world, simulated: traces of real or simulated traffic, vehicles that drive them as
/// clients of an edge node, and fakes for tests. Knows the gateway's protocols, never its servers.
@NullMarked
package city.wayside.kit;

import org.jspecify.annotations.NullMarked;
