/// Tests of translations between packed messages and the model.
@NullMarked
package city.wayside.messages.translation;

import org.jspecify.annotations.NullMarked;
