/// Tests of the its-client dialects: values and reasons by hand for every version, official schemas
/// and examples, and properties there and back.
@NullMarked
package city.wayside.messages.json.itsclient;

import org.jspecify.annotations.NullMarked;
