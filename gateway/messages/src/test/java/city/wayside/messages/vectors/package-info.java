/// Tests on messages of the field and what independent decoders made of them.
@NullMarked
package city.wayside.messages.vectors;

import org.jspecify.annotations.NullMarked;
