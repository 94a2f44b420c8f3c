/// Tests of packed encoding: bits in, exact values or exact reasons out.
@NullMarked
package city.wayside.messages.uper;

import org.jspecify.annotations.NullMarked;
