/// The infrastructure to vehicle information message. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.ivim;

import org.jspecify.annotations.NullMarked;
