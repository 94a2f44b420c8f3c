/// The messages on the wire, one package per family. Bytes flow in and reports flow out, or the
/// reverse; bad bytes give a refusal, never an exception. Any thread.
@NullMarked
package city.wayside.messages;

import org.jspecify.annotations.NullMarked;
