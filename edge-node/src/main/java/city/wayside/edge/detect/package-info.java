/// What traffic itself shows of hazards. Matched reports flow in, within their station's lane;
/// events flow out, on the uplink's thread alone.
@NullMarked
package city.wayside.edge.detect;

import org.jspecify.annotations.NullMarked;
