/// What is written into the grid: one small Compact serializer for each stored form. A reader
/// ignores fields it does not know, so old and new members can share a grid during an update; a
/// field, once there, keeps its name and kind. Pure; any thread.
@NullMarked
package city.wayside.grid.form;

import org.jspecify.annotations.NullMarked;
