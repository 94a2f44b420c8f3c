/// Load at a rate that does not ask the server: vehicles that drive about a network and together
/// say so many messages a second, whether or not the ones before are answered, and an account in
/// which no message is missing. One event loop, few system calls, bounded memory.
@NullMarked
package city.wayside.kit.load;

import org.jspecify.annotations.NullMarked;
