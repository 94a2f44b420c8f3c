/// The decentralized environmental notification message. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.denm;

import org.jspecify.annotations.NullMarked;
