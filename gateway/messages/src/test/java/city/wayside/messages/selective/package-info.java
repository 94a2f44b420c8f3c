/// Tests of the selective decoders: the same values as the full decoder's, whatever the bytes.
@NullMarked
package city.wayside.messages.selective;

import org.jspecify.annotations.NullMarked;
