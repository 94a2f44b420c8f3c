package city.wayside.edge.peers;

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

/// aiocoap on Python, over plain UDP. What it does stands in `coap.py`.
@ExtendWith(Served.class)
class AiocoapTest {

  private static final Tool PYTHON =
      new Tool(Path.of("/usr/bin/python3"), Path.of("/usr/lib/python3/dist-packages/aiocoap"));
  private static final Path SCRIPT =
      Path.of(System.getProperty("wayside.root", ".."), "edge-node/src/test/peers/coap.py");

  private final Server server;

  @TempDir private Path folder = Path.of("");

  AiocoapTest(Server server) {
    this.server = server;
  }

  @BeforeEach
  void mustBeHere() {
    PYTHON.mustBeHere();
  }

  private Ended run(String... words) {
    List<String> all = new ArrayList<>();
    all.add(SCRIPT.toString());
    all.add(server.host() + ":" + server.coapPort());
    all.addAll(List.of(words));
    return PYTHON.run(Map.of(), all);
  }

  @Test
  void whatItPostsIsKeptBeforeItIsAnswered() {
    long before = server.storedCount();
    long station = server.freshStation();
    String probe = CoapPeer.file(folder, server.probe(station));

    Ended ended = run("post", Server.topicOf(station), "50", probe);

    assertThat(ended.said()).startsWith("2.04");
    assertThat(ended.result()).isZero();
    assertThat(server.storedCount()).isGreaterThan(before);
  }

  @Test
  void itLearnsWhyAMessageIsRefused() {
    Ended ended =
        run(
            "post",
            Server.topicOf(server.freshStation()),
            "50",
            CoapPeer.file(folder, new byte[] {'{', '}'}));

    assertThat(ended.said()).startsWith("4.00").contains("malformed");
  }

  @Test
  void itPostsABatchInBlocks() {
    long before = server.storedCount();
    String batch = CoapPeer.file(folder, CoapPeer.batch(server, 30));

    assertThat(run("post", "v1/up/batch", "42", batch).said()).startsWith("2.04");
    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 30);
  }

  @Test
  void itFindsWhatThereIs() {
    assertThat(run("get", ".well-known/core").said()).startsWith("2.05").contains("</v1/up>");
  }

  @Test
  void itHearsOfHazardsWhileItObserves() {
    String place = server.freshPlace();
    CompletableFuture<Ended> hearing =
        CompletableFuture.supplyAsync(
            () -> run("observe", "v1/geo/" + place.replace("/", ""), "2"));
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> {
          server.publishDown("v1/geo/" + place + "/denm", "an accident", 1, false);
          return hearing.isDone();
        });

    assertThat(hearing.join().said()).contains("an accident");
    assertThat(hearing.join().result()).isZero();
  }
}
