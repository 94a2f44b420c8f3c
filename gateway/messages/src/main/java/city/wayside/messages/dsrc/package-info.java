/// Signalled intersections as SAE J2735 and ETSI-ITS-DSRC declare them, which have the same bits:
/// maps, signals, requests for priority. Constants only; any thread.
@NullMarked
package city.wayside.messages.dsrc;

import org.jspecify.annotations.NullMarked;
