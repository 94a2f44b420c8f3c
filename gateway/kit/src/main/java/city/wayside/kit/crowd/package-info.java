/// Very many clients that are connected and say nothing: they come, stay, answer a roll call, are
/// cut off all at once and come back. One event loop; a few KiB a client.
@NullMarked
package city.wayside.kit.crowd;

import org.jspecify.annotations.NullMarked;
