package city.wayside.kit.coap;

import city.wayside.model.client.SharedKey;
import org.jspecify.annotations.Nullable;

/// Which station has which key.
@FunctionalInterface
public interface SharedKeys {

  /// The identity and key of a station's client; nothing when it has none.
  @Nullable SharedKey of(long stationId);
}
