<<<<<<< HEAD
/// Tests of all kinds of messages together.
=======
/// What the tests of messages share.
>>>>>>> dialects
@NullMarked
package city.wayside.messages;

import org.jspecify.annotations.NullMarked;
