package city.wayside.town.bench.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.coap.DerivedKeys;
import city.wayside.kit.load.LoadOptions;
import city.wayside.kit.load.Pace;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.SpeaksFor;
import city.wayside.town.clients.ClientsFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BenchClientsTest {

  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 5684);

  @Test
  void everyStationOfEveryRunHasAClientThatMaySpeakForIt() throws Exception {
    CoapPlan plan = new CoapPlan(3, true, Pace.answered(3), 1, 2, true, Map.of());
    Path folder;
    try (BenchClients clients = BenchClients.write(plan.generations(), 1_795_000_000_000L)) {
      folder = clients.folder();
      List<ClientRecord> known = ClientsFile.read(clients.file()).clients();

      assertThat(known).hasSize(3);
      for (int generation = 0; generation < 4; generation++) {
        LoadOptions load = plan.load(SERVER, 3, generation);
        for (long station = load.firstStationId(); station < load.firstStationId() + 3; station++) {
          String identity = plan.generations().identity(station);
          assertThat(Objects.requireNonNull(plan.keys()).of(station))
              .isEqualTo(DerivedKeys.of(identity));
          assertThat(known)
              .filteredOn(client -> client.name().equals(identity))
              .singleElement()
              .satisfies(client -> {
                assertThat(client.credentials()).containsExactly(DerivedKeys.of(identity));
                assertThat(client.speaksFor()).isInstanceOf(SpeaksFor.Stations.class);
              });
          long asked = station;
          assertThat(known)
              .filteredOn(client -> client.stationIds().contains(asked))
              .extracting(ClientRecord::name)
              .containsExactly(identity);
        }
      }
    }
    assertThat(Files.exists(folder)).isFalse();
  }
}
