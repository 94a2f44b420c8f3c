/// The clocks of ETSI and SAE messages. Counters of messages flow in, milliseconds since 1970 flow
/// out, or the reverse. Any thread; stateless.
@NullMarked
package city.wayside.messages.time;

import org.jspecify.annotations.NullMarked;
