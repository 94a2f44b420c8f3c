/// The little that live state and hazard relay need of the most frequent messages, read straight
/// from the bits: bytes and a receive time flow in, one small value flows out. What is laid out
/// unusually or is malformed is read in full. Any thread; stateless.
@NullMarked
package city.wayside.messages.selective;

import org.jspecify.annotations.NullMarked;
