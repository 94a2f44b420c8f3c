package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.peers.Tool.Ended;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The client of libcoap over plain UDP.
@ExtendWith(Served.class)
class LibcoapTest {

  private static final Path PROGRAM = Path.of("/usr/bin/coap-client-openssl");
  private static final Tool CLIENT = new Tool(PROGRAM, PROGRAM);

  private final Server server;

  @TempDir private Path folder = Path.of("");

  LibcoapTest(Server server) {
    this.server = server;
  }

  @BeforeEach
  void mustBeHere() {
    CLIENT.mustBeHere();
  }

  private Ended run(String method, String path, String... options) {
    List<String> words = new ArrayList<>(List.of("-v", "7", "-m", method));
    words.addAll(List.of(options));
    words.add("coap://%s:%d/%s".formatted(server.host(), server.coapPort(), path));
    return CLIENT.run(Map.of(), words);
  }

  @Test
  void whatItPostsIsKeptBeforeItIsAnswered() {
    long before = server.storedCount();
    long station = server.freshStation();
    String probe = new String(server.probe(station), UTF_8);

    Ended ended = run("post", Server.topicOf(station), "-t", "50", "-e", probe);

    assertThat(ended.said()).contains("c:2.04");
    assertThat(server.storedCount()).isGreaterThan(before);
  }

  @Test
  void whatItPostsWithoutConfirmationIsTaken() {
    long before = server.receivedCount("probe");
    long station = server.freshStation();
    String probe = new String(server.probe(station), UTF_8);

    Ended ended = run("post", Server.topicOf(station), "-N", "-t", "50", "-e", probe);

    assertThat(ended.said()).contains("t:NON c:2.04");
    assertThat(server.receivedCount("probe")).isGreaterThan(before);
  }

  @Test
  void itLearnsWhyAMessageIsRefused() {
    long station = server.freshStation();

    assertThat(run("post", Server.topicOf(station), "-t", "50", "-e", "{}").said())
        .contains("c:4.00");
    assertThat(run("post", "v1/up/" + station + "/smoke", "-e", "x").said()).contains("c:4.04");
    assertThat(run("put", Server.topicOf(station), "-e", "x").said()).contains("c:4.05");
    assertThat(run("post", Server.topicOf(station), "-t", "41", "-e", "<x/>").said())
        .contains("c:4.15");
  }

  @Test
  void itPostsABatchInBlocks() {
    long before = server.storedCount();
    String batch = CoapPeer.file(folder, CoapPeer.batch(server, 30));

    Ended ended = run("post", "v1/up/batch", "-b", "256", "-t", "42", "-f", batch);

    assertThat(ended.said()).contains("c:2.31").contains("c:2.04");
    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 30);
  }

  @Test
  void itFindsWhatThereIsAndTheTime() {
    assertThat(run("get", ".well-known/core?rt=wayside.up").said())
        .contains("</v1/up>")
        .doesNotContain("</v1/time>");
    assertThat(run("get", "v1/time").said()).contains("c:2.05").containsPattern("'[0-9]{13}'");
  }

  @Test
  void itHearsOfHazardsWhileItObserves() {
    String place = server.freshPlace();
    String path = "v1/geo/" + place.replace("/", "");
    CompletableFuture<Ended> hearing =
        CompletableFuture.supplyAsync(() -> run("get", path, "-s", "3"));
    // Until it has come, it is told again and again; then it hears it once more.
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> {
          server.publishDown("v1/geo/" + place + "/denm", "an accident", 1, false);
          return hearing.isDone();
        });

    assertThat(hearing.join().said())
        .contains("Echo:")
        .contains("t:CON c:2.05")
        .contains("an accident");
  }
}
