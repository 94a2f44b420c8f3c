/// Puts the processes together in one JVM: configuration and roles in, a running town out, closed
/// in reverse. Start and close block; main thread.
@NullMarked
package city.wayside.town.compose;

import org.jspecify.annotations.NullMarked;
