/// What became of each client's messages, for whoever runs the gateway: figures and refusals, no
/// positions. Values and the port to where they are kept; any thread.
@NullMarked
package city.wayside.model.account;

import org.jspecify.annotations.NullMarked;
