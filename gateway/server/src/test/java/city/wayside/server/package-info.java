@NullMarked
package city.wayside.server;

import org.jspecify.annotations.NullMarked;
