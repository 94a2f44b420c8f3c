/// Admission: is the report to be believed, from this client, of this station, now? Reports flow
/// in, admitted reports or reasons flow out. Any thread, within the station's lane; the moment is
/// passed in, so a recorded day is judged as it was then.
@NullMarked
package city.wayside.edge.admit;

import org.jspecify.annotations.NullMarked;
