/// Client sockets on Netty's own channels, TCP and UDP, without anything between: a few KiB each,
/// one system call a write. For generators of load, which share their machine with the server under
/// test. And a line that loses, delays and remembers datagrams.
@NullMarked
package city.wayside.kit.net;

import org.jspecify.annotations.NullMarked;
