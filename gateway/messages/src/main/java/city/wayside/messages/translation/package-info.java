/// Between packed messages and the model: units converted, what a standard marks as unavailable
/// left out, clocks resolved. Tapes and a receive time flow in, model values flow out; for the way
/// back model values flow in and bytes flow out. Any thread; stateless.
@NullMarked
package city.wayside.messages.translation;

import org.jspecify.annotations.NullMarked;
