/// Who may connect, and for which stations a client may speak. Values; any thread.
@NullMarked
package city.wayside.model.client;

import org.jspecify.annotations.NullMarked;
