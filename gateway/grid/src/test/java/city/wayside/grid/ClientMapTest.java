package city.wayside.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.SharedKey;
import city.wayside.model.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientMapTest {

  private static final GridConfig CONFIG = TestGrids.config();
  private static Grid member;
  private static Grid client;
  private static ClientRegistry clients;

  @BeforeAll
  static void start() throws Exception {
    member = TestGrids.member(CONFIG, InstantSource.system());
    client = TestGrids.client(CONFIG, member, InstantSource.system());
    clients = client.clients();
  }

  @AfterAll
  static void stop() {
    client.close();
    member.close();
  }

  @BeforeEach
  void forgetAll() {
    Set<String> names = new HashSet<>();
    done(clients.page("", 10_000)).forEach(one -> names.add(one.name()));
    done(clients.remove(names));
    assertThat(done(clients.count())).isZero();
  }

  @Test
  void clientsAreFoundByName() {
    ClientRecord bus = vehicle("bus-12", new PasswordHash("$x$y"));
    done(clients.put(List.of(bus, vehicle("bus-13"))));

    assertThat(done(clients.named(Set.of("bus-12", "bus-14")))).isEqualTo(Map.of("bus-12", bus));
    assertThat(done(member.clients().named(Set.of("bus-12")))).containsValue(bus);
    assertThat(done(clients.named(Set.of()))).isEmpty();
  }

  @Test
  void clientsAreFoundByWhatTheyShow() {
    ClientRecord bus = vehicle("bus-12", CertificateName.of("subject:CN=bus-12, O=Example"));
    ClientRecord tram =
        vehicle(
            "tram-1", CertificateName.of("dns:Tram.Example"), new SharedKey("t-1", new byte[16]));
    done(clients.put(List.of(bus, tram, vehicle("bus-13", new PasswordHash("$x$y")))));

    assertThat(done(clients.showing(Set.of("subject:CN=bus-12,O=Example", "dns:nobody"))))
        .containsExactly(bus);
    assertThat(done(clients.showing(Set.of("dns:tram.example")))).containsExactly(tram);
    assertThat(done(clients.showing(Set.of("psk:t-1")))).containsExactly(tram);
    assertThat(done(clients.showing(Set.of("psk:t-1", "subject:CN=bus-12,O=Example"))))
        .containsExactlyInAnyOrder(bus, tram);
    assertThat(done(clients.showing(Set.of("psk:t-2", "dns:")))).isEmpty();
  }

  @Test
  void whatAClientNoLongerShowsDoesNotFindIt() {
    done(clients.put(List.of(vehicle("bus-12", CertificateName.of("dns:old.example")))));
    done(clients.put(List.of(vehicle("bus-12", CertificateName.of("dns:new.example")))));

    assertThat(done(clients.showing(Set.of("dns:old.example")))).isEmpty();
    assertThat(done(clients.showing(Set.of("dns:new.example")))).hasSize(1);
  }

  @Test
  void aClientThatIsThereIsNotAddedOver() {
    ClientRecord first = vehicle("bus-12");

    assertThat(done(clients.add(first))).isTrue();
    assertThat(done(clients.add(first.withEnabled(false)))).isFalse();
    assertThat(done(clients.named(Set.of("bus-12")))).containsValue(first);
  }

  @Test
  void pagesAreInTheOrderOfNamesAndHaveAllClients() {
    List<ClientRecord> many =
        IntStream.range(0, 2500).mapToObj(id -> vehicle("%05d".formatted(id * 7))).toList();
    done(clients.put(many.reversed()));

    List<ClientRecord> first = done(clients.page("", 1000));
    List<ClientRecord> second = done(clients.page(first.getLast().name(), 1000));
    List<ClientRecord> last = done(clients.page(second.getLast().name(), 1000));

    assertThat(first).isEqualTo(many.subList(0, 1000));
    assertThat(second).isEqualTo(many.subList(1000, 2000));
    assertThat(last).isEqualTo(many.subList(2000, 2500));
    assertThat(done(clients.page(last.getLast().name(), 1000))).isEmpty();
    assertThat(done(clients.count())).isEqualTo(2500);
  }

  @Test
  void removedClientsAreCountedAndGone() {
    done(clients.put(List.of(vehicle("a"), vehicle("b"), vehicle("c"))));

    assertThat(done(clients.remove(Set.of("a", "c", "d")))).isEqualTo(2);
    assertThat(done(clients.page("", 10))).extracting(ClientRecord::name).containsExactly("b");
  }

  @Test
  void everyChangeIsToldToMembersAndClients() throws Exception {
    BlockingQueue<String> toClient = new LinkedBlockingQueue<>();
    BlockingQueue<String> toMember = new LinkedBlockingQueue<>();
    ClientRegistry.Watching watching = clients.watch(toClient::add);
    try (ClientRegistry.Watching other = member.clients().watch(toMember::add)) {
      ClientRecord bus = vehicle("bus-12");
      assertThat(done(clients.add(bus))).isTrue();
      assertThat(next(toClient)).isEqualTo("bus-12");
      done(member.clients().put(List.of(bus.withEnabled(false))));
      assertThat(next(toClient)).isEqualTo("bus-12");
      watching.close();
      done(clients.remove(Set.of("bus-12")));
      assertThat(List.of(next(toMember), next(toMember), next(toMember))).containsOnly("bus-12");
    }
    assertThat(toClient).isEmpty();
  }

  @Test
  void aClientThatMayNotWaitGivesUp() {
    GridConfig nowhere = TestGrids.config().withMembers(List.of("127.0.0.1:1"));

    assertThatThrownBy(() -> Grid.client(nowhere, 200, Telemetry.none(), InstantSource.system()))
        .isInstanceOf(GridException.class)
        .hasMessageStartingWith("no grid " + nowhere.clusterName() + " at [127.0.0.1:1]");
  }

  private static String next(BlockingQueue<String> names) throws InterruptedException {
    return String.valueOf(names.poll(30, TimeUnit.SECONDS));
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static ClientRecord vehicle(String name, Credential... credentials) {
    return new ClientRecord(
        name,
        ClientRole.VEHICLE,
        Set.of(12L),
        null,
        null,
        true,
        false,
        List.of(credentials),
        1_800_000_000_000L);
  }
}
