/// Tests of translation: values worked out by hand, values of independent decoders, and there and
/// back.
@NullMarked
package city.wayside.messages.translation;

import org.jspecify.annotations.NullMarked;
