/// Traffic on directed road segments: exact tallies, the sketches in them, and the canonical
/// record.
@NullMarked
package city.wayside.model.traffic;

import org.jspecify.annotations.NullMarked;
