/// How fast messages are decoded, and with how much garbage: one thread, beside a decoder in C.
@NullMarked
package city.wayside.messages.bench;

import org.jspecify.annotations.NullMarked;
