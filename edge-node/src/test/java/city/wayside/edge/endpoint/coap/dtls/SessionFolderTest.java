package city.wayside.edge.endpoint.coap.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fake.ManualClock;
import city.wayside.model.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFolderTest {

  private static final byte[] SESSIONS = "keys of sessions".getBytes(StandardCharsets.UTF_8);
  private static final String FILE = "dtls-sessions-node-3.sealed";

  private final ManualClock clock = new ManualClock(1_800_000_000_000L);

  @TempDir private Path folder;

  private SessionFolder folder(String key, String owner) throws IOException {
    return new SessionFolder(new HandOverConfig(folder, new Secret(key), 60), folder, owner, clock);
  }

  private SessionFolder folder() throws IOException {
    return folder("k".repeat(32), "node-3");
  }

  @Test
  void whatWasLeftIsTakenOnce() throws Exception {
    folder().leave(SESSIONS);
    assertThat(folder().take()).hasValue(SESSIONS);
    assertThat(folder().take()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsLeftIsSealedAndItsOwnersAlone() throws Exception {
    folder().leave(SESSIONS);
    Path file = folder.resolve(FILE);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsTooOldIsOfNoUse() throws Exception {
    folder().leave(SESSIONS);
    clock.advance(60_001);
    assertThat(folder().take()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnotherKeyHasSealedOrSomebodyHasChangedIsGone() throws Exception {
    folder().leave(SESSIONS);
    assertThatThrownBy(() -> folder("x".repeat(32), "node-3").take())
        .hasMessageEndingWith("was sealed with another key, for another node, or changed");
    assertThat(folder).isEmptyDirectory();

    folder().leave(SESSIONS);
    Path file = folder.resolve(FILE);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> folder().take()).isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherNodesSessionsAreNotTaken() throws Exception {
    folder().leave(SESSIONS);
    assertThat(folder("k".repeat(32), "node-4").take()).isEmpty();
    Files.move(folder.resolve(FILE), folder.resolve("dtls-sessions-node-4.sealed"));
    assertThatThrownBy(() -> folder("k".repeat(32), "node-4").take())
        .isInstanceOf(IOException.class);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> folder("short", "node-3"))
        .hasMessage("edge.coap.dtls.handOver: a folder needs a key of 32 characters or more");
  }
}
