package city.wayside.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.ClientRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientIdRuleTest {

  private final FakeClients clients =
      new FakeClients(Clients.vehicle("bus"), Clients.vehicle("bus-12"));
  private final Lookup<ClientRecord> byName =
      new Lookup<>(clients::named, LookupConfig.defaults(), new ManualClock(0));

  @ParameterizedTest
  @CsvSource({
    "bus, bus, true",
    "bus, bus-1, true",
    "bus, bus/1, true",
    "bus, bus-, true",
    "bus, bus/bus-12, true",
    "bus, bus-12, false",
    "bus, bus-12-a, false",
    "bus, bus-12/a, false",
    "bus, bus-123, true",
    "bus, bus12, false",
    "bus, Bus, false",
    "bus, tram, false",
    "bus, bu, false",
    "bus-12, bus-12-a, true",
    "bus-12, bus, false",
    "bus-12, bus-13, false",
    "bus, bus-1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6-7, false",
  })
  void anIdBelongsToTheLongestRegisteredNameThatItBeginsWith(
      String name, String id, boolean isOwn) {
    assertThat(allows(ClientIds.NAME_AND_SUFFIX, id, name)).isEqualTo(isOwn);
  }

  @Test
  void otherRulesAreStricterOrNone() {
    assertThat(allows(ClientIds.NAME, "bus", "bus")).isTrue();
    assertThat(allows(ClientIds.NAME, "bus-1", "bus")).isFalse();
    assertThat(allows(ClientIds.ANY, "tram", "bus")).isTrue();
    assertThat(clients.questions()).isEmpty();
  }

  @Test
  void anIdThatTheClientDidNotChooseIsFine() {
    Presented assigned =
        new Presented("mqtt", "edge-1-7", true, null, null, List.of(), List.of(), "192.0.2.1");

    assertThat(
            new ClientIdRule(ClientIds.NAME, byName)
                .allows(assigned, "bus")
                .toCompletableFuture()
                .join())
        .isTrue();
    assertThat(allows(ClientIds.NAME, "", "bus")).isTrue();
  }

  private boolean allows(ClientIds allowed, String id, String name) {
    return new ClientIdRule(allowed, byName)
        .allows(Clients.showing(id, null, null), name)
        .toCompletableFuture()
        .join();
  }
}
