package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.SecureCaller;
import city.wayside.edge.coap.SecureCaller.Observed;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.coap.dtls.ClusterConfig;
import city.wayside.edge.endpoint.coap.dtls.DtlsConfig;
import city.wayside.edge.endpoint.coap.dtls.HandOverConfig;
import city.wayside.edge.inbound.topic.BatchReader;
import city.wayside.edge.rig.Server;
import city.wayside.kit.net.UdpLink;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.SharedKey;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.telemetry.Metric;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.californium.core.CoapResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client over DTLS whose NAT gives it another address is told on what it observes, without
/// observing again: what is sent follows its session.
class CoapFollowTest {

  private static final String PLACE = "1202013120";
  private static final SharedKey KEY =
      new SharedKey("bus-12", "the key of bus-12".getBytes(StandardCharsets.UTF_8));

  private final EdgeRig rig = new EdgeRig(config());
  private UdpLink nat;
  private SecureCaller client;
  private Observed observed;

  static EdgeConfig config() {
    DtlsConfig dtls = DtlsConfig.defaults();
    return EdgeConfig.defaults()
        .withMqtt(EdgeRig.plain())
        .withAccess(Server.registered())
        .withCoap(
            CoapConfig.defaults()
                .withDtls(
                    new DtlsConfig(
                        true,
                        0,
                        null,
                        null,
                        null,
                        dtls.clientCertificate(),
                        dtls.ciphers(),
                        dtls.connectionIdBytes(),
                        dtls.limits(),
                        ClusterConfig.defaults(),
                        HandOverConfig.defaults())));
  }

  static ClientRecord vehicle(SharedKey key) {
    return new ClientRecord(
        key.identity(),
        ClientRole.VEHICLE,
        Set.of(12L),
        null,
        null,
        true,
        false,
        List.of(key),
        1_000);
  }

  @BeforeEach
  void observe() throws Exception {
    rig.clients.put(List.of(vehicle(KEY))).toCompletableFuture().join();
    nat =
        new UdpLink(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.node.coapSecurePort()));
    client = new SecureCaller(nat.address(), KEY);
    observed = client.observe("v1/geo/" + PLACE);
  }

  @AfterEach
  void close() {
    client.close();
    nat.close();
    rig.close();
  }

  private void tell(String words) {
    DownMessage hazard =
        new DownMessage(
            words.hashCode(),
            "v1/geo/" + String.join("/", PLACE.split("")) + "/denm",
            words.getBytes(StandardCharsets.UTF_8),
            "",
            DownMessage.Kind.NOTICE,
            "",
            rig.nowMs() + 3_600_000);
    rig.downlink.send(List.of(hazard)).toCompletableFuture().join();
  }

  private static List<String> texts(CoapResponse told) {
    byte[] frame = told.getPayload();
    List<String> texts = new ArrayList<>();
    BatchReader reader = new BatchReader();
    reader.start(frame, 0, frame.length);
    while (frame.length > 0 && reader.next()) {
      texts.add(new String(frame, reader.offset(), reader.length(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private long notificationsCount() {
    return rig.telemetry.count(Metric.EDGE_COAP_NOTIFICATIONS, "con");
  }

  @Test
  void whatIsToldFollowsToTheNewAddress() throws Exception {
    nat.rebind();
    assertThat(client.get("v1/time").getCode().text).isEqualTo("2.05");

    tell("ice");
    assertThat(texts(observed.next())).containsExactly("ice");
    // The next one is sent once that is acknowledged.
    tell("fog");
    assertThat(texts(observed.next())).containsExactly("fog");

    assertThat(notificationsCount()).isEqualTo(2);
    assertThat(observed.leftCount()).isZero();
    assertThat(rig.telemetry.total(Metric.EDGE_COAP_OBSERVATIONS)).isEqualTo(1);
    assertThat(rig.telemetry.count(Metric.EDGE_DTLS_HANDSHAKES, "begun")).isEqualTo(1);
  }

  /// It is sent to the address before, where nobody is, and again to the new one once that is
  /// known.
  @Test
  void whatWasUnderWayIsSentAgainToTheNewAddress() throws Exception {
    nat.rebind();
    tell("ice");
    Soon.await().until(() -> notificationsCount() == 1);
    tell("fog");
    assertThat(client.get("v1/time").getCode().text).isEqualTo("2.05");

    assertThat(texts(observed.next())).containsExactly("ice");
    assertThat(texts(observed.next())).containsExactly("fog");
    assertThat(notificationsCount()).isEqualTo(2);
    assertThat(rig.telemetry.total(Metric.EDGE_COAP_OBSERVATIONS)).isEqualTo(1);
  }
}
