package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer.Port;
import city.wayside.edge.endpoint.mqtt.MqttLimits;
import city.wayside.edge.endpoint.mqtt.transport.TestCertificate;
import city.wayside.edge.endpoint.mqtt.transport.TlsConfig;
import city.wayside.edge.endpoint.mqtt.transport.TlsConfig.ClientCertificate;
import city.wayside.edge.endpoint.mqtt.transport.TlsIdentity;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The doors beside the plain one: TLS, WebSocket, and the header of a load balancer.
class DoorsTest {

  /// CONNECT of MQTT 5: "MQTT", 5, clean start, keep alive 60 s, no properties, id "x".
  private static final byte[] CONNECT_5 = {
    0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0, 0, 1, 'x'
  };

  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir private static Path folder;

  private static TestCertificate server;
  private static TestCertificate vehicle;

  private EdgeRig rig;

  /// Once for all tests, for it takes seconds.
  @BeforeAll
  static void makeCertificates() throws Exception {
    server = TestCertificate.make(folder, "server");
    vehicle = TestCertificate.make(folder, "vehicle");
  }

  @BeforeEach
  void start() throws Exception {
    rig = new EdgeRig(EdgeConfig.defaults().withMqtt(tls(ClientCertificate.OPTIONAL)));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static MqttConfig tls(ClientCertificate wanted)
      throws IOException, GeneralSecurityException {
    return impatient()
        .withTls(
            new TlsConfig(
                0,
                server.certificateFile(),
                server.keyFile(),
                vehicle.certificateFile(),
                wanted,
                100,
                4,
                1));
  }

  /// The endpoint on free ports, which waits for nobody longer than a second.
  private static MqttConfig impatient() {
    return EdgeRig.plain()
        .withLimits(
            new MqttLimits(100, 100, 65_536, 262_144, 1_000_000, 1000, 128, 600, 100, 16, 200, 10));
  }

  private SSLSocket secured(SSLContext context, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), rig.node.mqttPort(Port.TLS));
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientsWithAndWithoutCertificateConnectOverTls(String protocol) throws Exception {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("secret")
            .serverHost("127.0.0.1")
            .serverPort(rig.node.mqttPort(Port.TLS))
            .sslConfig()
            .trustManagerFactory(TestCertificate.trusting(server))
            .protocols(List.of(protocol))
            .hostnameVerifier((_, _) -> true)
            .applySslConfig()
            .buildBlocking();
    client.connect();
    client
        .publishWith()
        .topic("v1/up/1/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(rig.nowMs()))
        .send();
    client.disconnect();

    try (SSLSocket socket = secured(vehicle.clientOf(server), protocol)) {
      socket.startHandshake();
      assertThat(socket.getSession().getLocalCertificates()).hasSize(1);
      assertThat(connAckCode(socket)).isZero();
    }
    assertThat(rig.admitted()).isEqualTo(1);
  }

  @Test
  void whoHasNoCertificateWhereOneIsDemandedOrSpeaksNoTlsIsCutOffAndOthersGoOn() throws Exception {
    rig.close();
    rig = new EdgeRig(EdgeConfig.defaults().withMqtt(tls(ClientCertificate.REQUIRED)));
    TestCertificate stranger = TestCertificate.make(folder, "stranger");
    try (SSLSocket socket = secured(stranger.clientOf(server), "TLSv1.2")) {
      assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
    }
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), rig.node.mqttPort(Port.TLS))) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("no TLS at all\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      readToTheEnd(socket.getInputStream());
    }
    try (SSLSocket socket = secured(vehicle.clientOf(server), "TLSv1.3")) {
      assertThat(connAckCode(socket)).isZero();
    }
  }

  @Test
  void filesThatChangeAreReadAgainIfTheyCanBeUsed() throws Exception {
    TlsConfig config = tls(ClientCertificate.NONE).tls();
    try (TlsIdentity identity = new TlsIdentity(config)) {
      assertThat(identity.refresh()).as("nothing has changed").isFalse();

      Files.writeString(server.keyFile(), "no key");
      Files.setLastModifiedTime(config.keyFile(), FileTime.from(LATER));
      assertThat(identity.refresh()).as("what cannot be used").isFalse();

      TestCertificate.make(folder, "renewed").replace(server);
      Files.setLastModifiedTime(config.keyFile(), FileTime.from(LATER.plusSeconds(1)));
      assertThat(identity.refresh()).as("what can").isTrue();
    }
  }

  @Test
  void aFileThatIsMissingIsNamed() throws Exception {
    Path missing = folder.resolve("missing.crt");
    TlsConfig config =
        new TlsConfig(0, missing, server.keyFile(), null, ClientCertificate.NONE, 100, 4, 1);

    assertThatThrownBy(() -> new TlsIdentity(config))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("edge.mqtt.tls");
  }

  @Test
  void aWebSocketSpeaksMqtt() {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("browser")
            .serverHost("127.0.0.1")
            .serverPort(rig.node.mqttPort(Port.WEB_SOCKET))
            .webSocketConfig()
            .serverPath("mqtt")
            .applyWebSocketConfig()
            .buildBlocking();
    client.connect();
    client
        .publishWith()
        .topic("v1/up/1/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(rig.nowMs()))
        .send();
    client.disconnect();

    assertThat(rig.admitted()).isEqualTo(1);
  }

  @Test
  void manySocketsThatNeverBeginLeaveRoomForOthers() throws Exception {
    Socket[] silent = new Socket[50];
    for (int i = 0; i < silent.length; i++) {
      silent[i] = new Socket(InetAddress.getLoopbackAddress(), rig.node.mqttPort(Port.TLS));
    }
    // More than handshakes may be under way at once, and none of them is.
    try (SSLSocket socket = secured(vehicle.clientOf(server), "TLSv1.3")) {
      assertThat(connAckCode(socket)).isZero();
    }
    for (Socket each : silent) {
      each.close();
    }
    assertThat(rig.telemetry.count(Metric.EDGE_MQTT_ACCEPTED)).isEqualTo(1);
  }

  @Test
  void theHeaderOfALoadBalancerTellsTheAddress() throws Exception {
    MqttConfig plain = impatient();
    MqttConfig behind =
        new MqttConfig(
            plain.host(),
            0,
            true,
            1,
            "",
            "default",
            plain.limits(),
            plain.tls(),
            plain.webSocket(),
            plain.sessions(),
            plain.delivery());
    try (EdgeRig balanced = new EdgeRig(EdgeConfig.defaults().withMqtt(behind))) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), balanced.node.mqttPort())) {
        socket
            .getOutputStream()
            .write(
                "PROXY TCP4 203.0.113.7 192.0.2.1 4711 1883\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(connAckCode(socket)).isZero();
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), balanced.node.mqttPort())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(CONNECT_5);
        readToTheEnd(socket.getInputStream());
      }
      assertThat(balanced.telemetry.count(Metric.EDGE_MQTT_ACCEPTED)).isEqualTo(1);
    }
  }

  private static int connAckCode(Socket socket) throws IOException {
    socket.getOutputStream().write(CONNECT_5);
    socket.getOutputStream().flush();
    InputStream in = socket.getInputStream();
    assertThat(in.read()).as("CONNACK").isEqualTo(0x20);
    byte[] body = in.readNBytes(in.read());
    return body[1] & 0xFF;
  }

  private static void readToTheEnd(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // What it says does not matter, only that it ends.
    }
  }
}
