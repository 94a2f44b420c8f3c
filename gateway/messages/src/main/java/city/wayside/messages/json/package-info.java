/// Messages in JSON. UTF-8 bytes flow in and reports flow out, or the reverse; streaming, so that
/// nothing but the report is built. Any thread; stateless.
@NullMarked
package city.wayside.messages.json;

import org.jspecify.annotations.NullMarked;
