package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.model.config.Secret;
import city.wayside.model.config.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What becomes of sessions when the node stops: its successor takes them over.
///
/// @param folder where they are left; without, they end
/// @param key by which they are sealed
/// @param ageSMax how old they may be when the successor comes
public record HandOverConfig(
    @Setting(
            "The folder in which a node that stops leaves its DTLS sessions for its successor;"
                + " without, clients shake hands anew.")
        @Nullable Path folder,
    @Setting("By what the sessions are sealed: 32 characters or more.") @Nullable Secret key,
    @Setting(
            value = "Seconds after which sessions that were left are of no use any more.",
            otherwise = "600",
            min = 1,
            max = 86_400)
        long ageSMax) {

  /// The documented defaults.
  public static HandOverConfig defaults() {
    return new HandOverConfig(null, null, 600);
  }
}
