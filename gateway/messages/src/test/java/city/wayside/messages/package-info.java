/// Tests of all kinds of messages together.
@NullMarked
package city.wayside.messages;

import org.jspecify.annotations.NullMarked;
