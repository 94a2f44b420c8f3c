/// Corridors and zones over HTTP: travel times from the closed windows' records, counts as they are
/// kept. Questions are answered on virtual threads.
@NullMarked
package city.wayside.server.place;

import org.jspecify.annotations.NullMarked;
