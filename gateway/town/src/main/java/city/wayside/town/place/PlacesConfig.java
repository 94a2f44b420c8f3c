package city.wayside.town.place;

import city.wayside.model.config.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where corridors and zones come from.
///
/// @param corridorsFile the corridors; absent for none
/// @param zonesFile the zones; absent for none
public record PlacesConfig(
    @Setting(
            "A file of corridors whose travel times are wanted, one a line:"
                + " {\"id\":…,\"name\":…,\"segments\":[…]}, the segments in driving order.")
        @Nullable Path corridorsFile,
    @Setting(
            "A file of zones whose vehicles are counted, one a line: {\"id\":…,\"name\":…} and"
                + " \"bbox\":[west,south,east,north] or \"polygon\":[[longitude,latitude],…].")
        @Nullable Path zonesFile) {}
