/// Tests of the messages' clocks: every value of every counter, and their edges by hand.
@NullMarked
package city.wayside.messages.time;

import org.jspecify.annotations.NullMarked;
