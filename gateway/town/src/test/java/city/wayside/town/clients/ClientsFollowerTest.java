package city.wayside.town.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fake.FakeClients;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.client.ClientRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsFollowerTest {

  private static final ClientRecord BY_COMMAND =
      new ClientRecord(
          "by-command", ClientRole.VEHICLE, Set.of(), null, null, true, false, List.of(), 0);

  private final FakeClients registry = new FakeClients(BY_COMMAND);
  private final AtomicBoolean leads = new AtomicBoolean(true);
  @TempDir private Path folder = Path.of("");
  private long version;

  private Path write(String... names) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append("{\"name\":\"").append(name).append("\"}\n");
    }
    return writeText(lines.toString());
  }

  private Path writeText(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("clients.jsonl"), text);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 * ++version));
  }

  private ClientsFollower follower(Path file) {
    return new ClientsFollower(file, 10, registry, leads::get);
  }

  /// Each client's name, and whether it came from the file.
  private Map<String, Boolean> registered() {
    Map<String, Boolean> known = new TreeMap<>();
    registry
        .page("", 100_000)
        .toCompletableFuture()
        .join()
        .forEach(client -> known.put(client.name(), client.isFromFile()));
    return known;
  }

  @Test
  void theRegistryBecomesWhatTheFileSaysAndKeepsWhatCommandsEntered() throws Exception {
    ClientsFollower follower = follower(write("a", "b"));
    follower.look();
    assertThat(registered()).isEqualTo(Map.of("a", true, "b", true, "by-command", false));

    write("b", "c");
    follower.look();
    assertThat(registered()).isEqualTo(Map.of("b", true, "c", true, "by-command", false));

    write("by-command");
    follower.look();
    assertThat(registered()).isEqualTo(Map.of("by-command", true));
  }

  @Test
  void onlyAChangedFileIsReadAndOnlyChangedClientsAreEntered() throws Exception {
    ClientsFollower follower = follower(write("a", "b"));
    follower.look();
    registry.remove(Set.of("a")).toCompletableFuture().join();
    follower.look();
    assertThat(registered()).doesNotContainKey("a");

    write("a", "b");
    follower.look();
    assertThat(registered()).containsKey("a");
  }

  @Test
  void aFileThatCannotBeUsedChangesNothingAndIsToldOnce() throws Exception {
    ClientsFollower follower = follower(write("a"));
    follower.look();
    writeText("{\"name\":\"b\"}\nx\n");

    assertThatThrownBy(follower::look)
        .isInstanceOf(ClientsException.class)
        .hasMessageContaining("clients.jsonl:2: it is no JSON");
    follower.look();
    assertThat(registered()).isEqualTo(Map.of("a", true, "by-command", false));

    Files.delete(folder.resolve("clients.jsonl"));
    assertThatThrownBy(follower::look).hasMessageContaining("does not exist");
    assertThat(registered()).isEqualTo(Map.of("a", true, "by-command", false));

    write("c");
    follower.look();
    assertThat(registered()).isEqualTo(Map.of("c", true, "by-command", false));
  }

  @Test
  void whileTheGridDoesNotAnswerItIsTriedAgain() throws Exception {
    ClientsFollower follower = follower(write("a"));
    registry.fail(true);
    follower.look();
    registry.fail(false);
    follower.look();

    assertThat(registered()).containsEntry("a", true);
  }

  @Test
  void onlyTheLeadingProcessHasItsFileFollowed() throws Exception {
    leads.set(false);
    ClientsFollower follower = follower(write("a"));
    follower.look();
    assertThat(registered()).doesNotContainKey("a");

    leads.set(true);
    follower.look();
    assertThat(registered()).containsKey("a");

    // Another process has led meanwhile.
    leads.set(false);
    follower.look();
    registry.remove(Set.of("a")).toCompletableFuture().join();
    leads.set(true);
    follower.look();
    assertThat(registered()).containsKey("a");
  }

  @Test
  void aGreatManyClientsAreEnteredAndForgottenInParts() throws Exception {
    String[] names = new String[2500];
    for (int i = 0; i < names.length; i++) {
      names[i] = "client-" + i;
    }
    ClientsFollower follower = follower(write(names));
    follower.look();
    assertThat(registered()).hasSize(2501);

    write("client-7");
    follower.look();
    assertThat(registered()).isEqualTo(Map.of("client-7", true, "by-command", false));
  }

  @Test
  void itLooksByItself() throws Exception {
    CountDownLatch isSeen = new CountDownLatch(1);
    try (ClientsFollower follower = follower(write("a"));
        ClientRegistry.Watching _ =
            registry.watch(name -> {
              if (name.equals("b")) {
                isSeen.countDown();
              }
            })) {
      follower.start();
      assertThat(registered()).containsKey("a");
      writeText("x");
      write("b");

      assertThat(isSeen.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void withAFileThatCannotBeUsedItDoesNotStart() throws Exception {
    try (ClientsFollower follower = follower(writeText("x"))) {
      assertThatThrownBy(follower::start).isInstanceOf(ClientsException.class);
    }
  }
}
