package city.wayside.town.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.crowd.Arrivals;
import city.wayside.kit.crowd.Crowd;
import city.wayside.kit.crowd.CrowdOptions;
import city.wayside.kit.mqtt.MqttConnection;
import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttListener;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttTls;
import city.wayside.kit.mqtt.MqttVersion;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CertificateTest {

  private static final int WAIT_S = 30;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  /// Says CONNACK to whatever comes.
  private NetServer server(Certificate certificate) {
    NetServerOptions options =
        new NetServerOptions()
            .setHost("127.0.0.1")
            .setSsl(true)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertPath(certificate.chainFile().toString())
                    .addKeyPath(certificate.keyFile().toString()));
    NetServer server = vertx.createNetServer(options);
    server.connectHandler(socket ->
        socket.handler(any -> socket.write(Buffer.buffer(HexFormat.of().parseHex("2003000000")))));
    return server.listen().await();
  }

  @Test
  void clientsSpeakTlsWithAServerThatHasIt() throws Exception {
    try (Certificate certificate = Certificate.make()) {
      int port = server(certificate).actualPort();
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      try (Crowd crowd = new Crowd(CrowdOptions.of(address, true, 5), System::nanoTime, 1)) {
        Arrivals came =
            crowd.gather(new Crowd.Pace(0, 5)).toCompletableFuture().get(WAIT_S, TimeUnit.SECONDS);
        assertThat(came.accepted()).isEqualTo(5);
        assertThat(came.tries()).isEqualTo(5);
      }
      assertThat(told(port, new MqttTls(certificate.chainFile(), null, null))).isEqualTo("opened");
      assertThat(told(port, MqttTls.trustingAll())).isEqualTo("opened");
      try (Certificate another = Certificate.make()) {
        assertThat(told(port, new MqttTls(another.chainFile(), null, null)))
            .startsWith("no connection");
      }
    }
  }

  private String told(int port, MqttTls tls) throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    MqttTarget target = MqttTarget.of("127.0.0.1", port, MqttVersion.V5).withTls(tls);
    vertx.runOnContext(_ ->
        new MqttConnection(
                target, "c", MqttLimits.defaults(), new FirstTold(told), System::nanoTime)
            .connect(vertx.createNetClient()));
    return told.get(WAIT_S, TimeUnit.SECONDS);
  }

  @Test
  void nothingOfItIsLeftBehind() throws Exception {
    Certificate certificate = Certificate.make();
    assertThat(certificate.keyFile()).exists();
    certificate.close();

    assertThat(Files.exists(certificate.folder())).isFalse();
  }

  private record FirstTold(CompletableFuture<String> told) implements MqttListener {

    @Override
    public void opened() {
      told.complete("opened");
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      told.complete(reason);
    }

    @Override
    public void acknowledged(int reasonCode, long latencyNs) {}

    @Override
    public void written() {}

    @Override
    public void lost(int count) {}

    @Override
    public void message(String topic, byte[] payload) {}
  }
}
