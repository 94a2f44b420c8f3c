/// What all feeds share. In: closed windows and the network. Out: what may be disclosed of them,
/// and finished documents that are handed to any number of readers. [ChangeFollower] runs on a
/// virtual thread of its own; [PullHandler] on event loops; the rest is immutable or says
/// otherwise.
@NullMarked
package city.wayside.adapters.outbox;

import org.jspecify.annotations.NullMarked;
