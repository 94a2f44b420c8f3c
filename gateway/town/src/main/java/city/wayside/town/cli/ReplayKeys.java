package city.wayside.town.cli;

import city.wayside.kit.coap.SharedKeys;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.Credential;
import city.wayside.model.client.SharedKey;
import city.wayside.model.client.SpeaksFor;
import city.wayside.town.clients.ClientsException;
import city.wayside.town.clients.ClientsFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shared keys of a clients file, each for the stations that its client speaks for; a roadside
/// unit's for all that have none.
final class ReplayKeys implements SharedKeys {

  private final Map<Long, SharedKey> ofStations = new HashMap<>();
  private @Nullable SharedKey ofOthers;

  private ReplayKeys() {}

  /// Reads the file.
  static ReplayKeys read(Path file) throws CommandFailed {
    ReplayKeys keys = new ReplayKeys();
    try {
      ClientsFile.read(file).clients().stream().filter(ClientRecord::isEnabled).forEach(keys::take);
    } catch (ClientsException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
    if (keys.ofStations.isEmpty() && keys.ofOthers == null) {
      throw CommandFailed.usage(
          file + " has no client with a shared key; `wayside client add` makes one");
    }
    return keys;
  }

  private void take(ClientRecord client) {
    for (Credential credential : client.credentials()) {
      if (credential instanceof SharedKey key) {
        switch (client.speaksFor()) {
          case SpeaksFor.Stations stations ->
              stations.stationIds().forEach(stationId -> ofStations.putIfAbsent(stationId, key));
          case SpeaksFor.Everyone _, SpeaksFor.Within _ ->
              ofOthers = ofOthers == null ? key : ofOthers;
        }
        return;
      }
    }
  }

  @Override
  public @Nullable SharedKey of(long stationId) {
    return ofStations.getOrDefault(stationId, ofOthers);
  }
}
