/// The messages of SAE J2735 in their frame. Constants only; any thread.
@NullMarked
package city.wayside.messages.sae;

import org.jspecify.annotations.NullMarked;
