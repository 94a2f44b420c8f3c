@NullMarked
package city.wayside.server.json;

import org.jspecify.annotations.NullMarked;
