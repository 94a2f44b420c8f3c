package city.wayside.town.clients;

import city.wayside.model.config.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the clients come from.
///
/// @param file the clients file; absent when the grid alone keeps them
/// @param lookEveryMs how often it is looked at
public record ClientsConfig(
    @Setting(
            "The clients file, one client a line, as `wayside client add --file` writes it. Clients"
                + " are entered into the grid from it, and taken out again when they are not in it"
                + " any more; when it is not set, the grid alone keeps them, for as long as one"
                + " member is up.")
        @Nullable Path file,
    @Setting(
            value = "Whether the clients file has changed is looked at every so many milliseconds.",
            otherwise = "2000",
            min = 10,
            max = 3_600_000)
        long lookEveryMs) {}
