package city.wayside.town.compose;

import city.wayside.model.config.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Which road network all figures refer to.
///
/// @param file the network's file; absent for the bundled demo town
public record NetworkConfig(
    @Setting(
            "The road network: GeoJSON, `.osm` or `.osm.pbf`, each also with `.gz`; the bundled"
                + " demo town when it is not set.")
        @Nullable Path file) {}
