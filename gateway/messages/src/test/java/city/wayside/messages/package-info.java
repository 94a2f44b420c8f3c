/// Tests of all kinds of messages together, and what the tests of messages share.
@NullMarked
package city.wayside.messages;

import org.jspecify.annotations.NullMarked;
