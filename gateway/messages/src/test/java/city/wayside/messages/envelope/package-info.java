/// Tests of envelopes: bytes written field by field, packets of the field with what independent
/// decoders found in them, and bytes made by chance.
@NullMarked
package city.wayside.messages.envelope;

import org.jspecify.annotations.NullMarked;
