@NullMarked
package city.wayside.messages;

import org.jspecify.annotations.NullMarked;
