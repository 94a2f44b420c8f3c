@NullMarked
package city.wayside.server.http;

import org.jspecify.annotations.NullMarked;
