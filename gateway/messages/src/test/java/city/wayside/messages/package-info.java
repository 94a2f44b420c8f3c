/// What the tests of messages share.
@NullMarked
package city.wayside.messages;

import org.jspecify.annotations.NullMarked;
