/// Tests of the JSON messages: bytes in, exact values or exact reasons out.
@NullMarked
package city.wayside.messages.json;

import org.jspecify.annotations.NullMarked;
