package city.wayside.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.SecureCaller;
import city.wayside.edge.coap.Soon;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.SharedKey;
import city.wayside.model.telemetry.Metric;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A shared key that is taken out of the registry ends what it has let in.
class CoapKeyTest {

  private static final SharedKey KEY = new SharedKey("bus-12", "the key of bus-12".getBytes(UTF_8));
  private static final SharedKey OTHER =
      new SharedKey("bus-12", "another key of bus-12".getBytes(UTF_8));

  private final EdgeRig rig = new EdgeRig(CoapFollowTest.config());
  private final InetSocketAddress server =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.node.coapSecurePort());

  @AfterEach
  void close() {
    rig.close();
  }

  private void register(ClientRecord client) {
    rig.clients.put(List.of(client)).toCompletableFuture().join();
  }

  private long dropped() {
    return rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "record");
  }

  /// It observes, and hears nothing more; what it sends belongs to no session.
  private void isShutOut(SecureCaller client) {
    Soon.await().until(() -> rig.telemetry.total(Metric.EDGE_COAP_OBSERVATIONS) == 0);
    // The session ends after the observation.
    Soon.await()
        .until(() -> {
          long before = dropped();
          client.send("v1/time");
          return dropped() > before;
        });
    assertThat(rig.telemetry.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "gone")).isEqualTo(1);
    assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_WITHDRAWN, "not_authorized")).isEqualTo(1);
  }

  @Test
  void aKeyThatWasReplacedEndsItsSessionAndTheNewOneLetsIn() throws Exception {
    register(CoapFollowTest.vehicle(KEY));
    try (SecureCaller before = new SecureCaller(server, KEY);
        SecureCaller after = new SecureCaller(server, OTHER)) {
      before.observe("v1/down");
      register(CoapFollowTest.vehicle(OTHER));
      isShutOut(before);

      assertThat(after.get("v1/down").getCode().text).isEqualTo("2.05");
    }
  }

  @Test
  void aClientThatWasRemovedHasNoSession() throws Exception {
    register(CoapFollowTest.vehicle(KEY));
    try (SecureCaller client = new SecureCaller(server, KEY)) {
      client.observe("v1/down");
      rig.clients.remove(Set.of("bus-12")).toCompletableFuture().join();
      isShutOut(client);
    }
  }
}
