@NullMarked
package city.wayside.server.stream;

import org.jspecify.annotations.NullMarked;
