/// Tests of canonical JSON: messages in, the same messages out.
@NullMarked
package city.wayside.messages.canonical;

import org.jspecify.annotations.NullMarked;
