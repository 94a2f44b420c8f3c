/// The common data dictionary of ETSI, TS 102 894-2: release 1 where CAM and DENM use it, release 2
/// for what came later. Constants only; any thread.
@NullMarked
package city.wayside.messages.etsi.cdd;

import org.jspecify.annotations.NullMarked;
