/// One JSON form for every packed message: the names of the standard, by the JSON encoding rules of
/// ITU-T X.697 except that strings of bits are written digit by digit. Tapes flow in and JSON flows
/// out, or the reverse. Any thread; stateless.
@NullMarked
package city.wayside.messages.canonical;

import org.jspecify.annotations.NullMarked;
