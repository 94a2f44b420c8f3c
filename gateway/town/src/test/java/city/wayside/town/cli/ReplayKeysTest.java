package city.wayside.town.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.SharedKey;
import city.wayside.town.clients.ClientsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayKeysTest {

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("clients.jsonl");
  }

  private static SharedKey key(String identity) {
    return new SharedKey(identity, new byte[16]);
  }

  private static ClientRecord client(
      String name, ClientRole role, Set<Long> stations, boolean isEnabled, Credential... shown) {
    return new ClientRecord(name, role, stations, null, null, isEnabled, true, List.of(shown), 0);
  }

  private void write(ClientRecord... clients) throws Exception {
    ClientsFile written = ClientsFile.readOrNew(file());
    for (ClientRecord client : clients) {
      written.put(client);
    }
    written.write();
  }

  @Test
  void aStationHasTheKeyOfTheClientThatSpeaksForIt() throws Exception {
    write(
        client("bus-1", ClientRole.VEHICLE, Set.of(1L, 2L), true, key("one")),
        client("3", ClientRole.VEHICLE, Set.of(), true, key("three")),
        client("off", ClientRole.VEHICLE, Set.of(4L), false, key("four")));

    ReplayKeys keys = ReplayKeys.read(file());

    assertThat(keys.of(1)).isEqualTo(key("one"));
    assertThat(keys.of(2)).isEqualTo(key("one"));
    assertThat(keys.of(3)).isEqualTo(key("three"));
    assertThat(keys.of(4)).isNull();
  }

  @Test
  void aRoadsideUnitSpeaksForAllOthers() throws Exception {
    write(
        client("bus-1", ClientRole.VEHICLE, Set.of(1L), true, key("one")),
        client("mast", ClientRole.RSU, Set.of(), true, key("mast")));

    ReplayKeys keys = ReplayKeys.read(file());

    assertThat(keys.of(1)).isEqualTo(key("one"));
    assertThat(keys.of(99)).isEqualTo(key("mast"));
  }

  @Test
  void aFileWithoutKeysIsRefused() throws Exception {
    write(client("bus-1", ClientRole.VEHICLE, Set.of(1L), true));

    assertThatThrownBy(() -> ReplayKeys.read(file()))
        .hasMessageContaining("has no client with a shared key");
    assertThatThrownBy(() -> ReplayKeys.read(folder.resolve("none")))
        .hasMessageContaining("does not exist");
  }
}
