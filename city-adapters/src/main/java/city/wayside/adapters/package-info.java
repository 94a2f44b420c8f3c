/// The city-adapters process: [CityAdapters] starts one feed per city system and serves their
/// documents. In: closed windows from the grid, by cursor. Out: standard documents over HTTP.
/// Documents are built on virtual threads, one per feed; requests are answered on event loops from
/// what was built.
@NullMarked
package city.wayside.adapters;

import org.jspecify.annotations.NullMarked;
