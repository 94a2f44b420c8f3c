/// How messages that come up are named: the tree of topics and paths, its words for the kinds of
/// message, and the frame of a batch. Pure functions of bytes; any thread.
@NullMarked
package city.wayside.edge.inbound.topic;

import org.jspecify.annotations.NullMarked;
