/// The shapes that clients see: records of the model in, JSON bytes out. Streaming generators, no
/// trees, numbers rounded and never with an exponent. Any thread.
@NullMarked
package city.wayside.server.json;

import org.jspecify.annotations.NullMarked;
