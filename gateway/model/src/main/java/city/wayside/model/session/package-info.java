/// What outlasts a client's connection. Values and the port to where they are kept; any thread.
@NullMarked
package city.wayside.model.session;

import org.jspecify.annotations.NullMarked;
