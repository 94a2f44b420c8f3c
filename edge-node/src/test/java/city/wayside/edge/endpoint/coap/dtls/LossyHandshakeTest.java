package city.wayside.edge.endpoint.coap.dtls;

import static city.wayside.edge.endpoint.coap.dtls.Credentials.BUS;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.SERVER;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.key;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.print;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.psk;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.rawKey;
import static city.wayside.edge.endpoint.coap.dtls.DtlsRig.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.coap.conform.Plugtest;
import city.wayside.kit.net.UdpLink;
import city.wayside.kit.net.UdpLink.Loss;
import city.wayside.kit.net.UdpLink.Quality;
import city.wayside.kit.net.UdpLink.Way;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Handshakes on links that lose datagrams.
class LossyHandshakeTest {

  /// In a handshake the client sends two hellos, the second with its cookie, and what ends in
  /// Finished; each is answered.
  private static final int FLIGHTS_EACH_WAY = 3;

  /// Loses two of the first datagrams and more, with each of the seeds below.
  private static final double SHARE = 0.3;

  @TempDir private Path folder;

  private DtlsRig sharedKeys() throws Exception {
    return new DtlsRig(Credentials.shared().withLimits(quick()), vehicle("bus-12", key("bus-12")));
  }

  private DtlsRig rawKeys() throws Exception {
    return new DtlsRig(
        Credentials.certified(folder).withLimits(quick()), vehicle("bus-12", print(BUS)));
  }

  /// Those of a server that sends again as soon as its client does.
  private static DtlsLimits quick() {
    DtlsLimits all = DtlsLimits.defaults();
    return new DtlsLimits(
        all.sessionsMax(),
        all.staleAfterS(),
        all.handshakesAtOnceMax(),
        all.threadsCount(),
        all.pendingRecordsMax(),
        all.recordBytesMax(),
        all.mtuBytes(),
        100,
        10);
  }

  @Test
  @Plugtest("TD_COAP_DTLS_03")
  void aHandshakeBySharedKeysSurvivesTheLossOfAnyDatagram() throws Exception {
    try (DtlsRig rig = sharedKeys()) {
      survivesEachLoss(rig, psk(key("bus-12")));
    }
  }

  @Test
  @Plugtest("TD_COAP_DTLS_07")
  void aHandshakeByRawPublicKeysSurvivesTheLossOfAnyDatagram() throws Exception {
    try (DtlsRig rig = rawKeys()) {
      survivesEachLoss(rig, rawKey(BUS, SERVER));
    }
  }

  /// Loses the first datagram of one way, in the next handshake the second, and so on.
  private static void survivesEachLoss(
      DtlsRig rig, Consumer<DtlsConnectorConfig.Builder> credentials) throws Exception {
    for (Way lossy : Way.values()) {
      int number = 0;
      while (lostIn(rig, credentials, losing(lossy, number)) > 0) {
        number++;
      }
      assertThat(number).as("lost %s", lossy).isGreaterThanOrEqualTo(FLIGHTS_EACH_WAY);
    }
  }

  private static Loss losing(Way lossy, int which) {
    return (way, number) -> way == lossy && number == which;
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 8, 10, 28, 40})
  @Plugtest("TD_COAP_DTLS_03")
  void aHandshakeBySharedKeysSurvivesManyLosses(long seed) throws Exception {
    try (DtlsRig rig = sharedKeys()) {
      assertThat(lostIn(rig, psk(key("bus-12")), Loss.ofShare(SHARE, seed))).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 8, 10, 28, 40})
  @Plugtest("TD_COAP_DTLS_07")
  void aHandshakeByRawPublicKeysSurvivesManyLosses(long seed) throws Exception {
    try (DtlsRig rig = rawKeys()) {
      assertThat(lostIn(rig, rawKey(BUS, SERVER), Loss.ofShare(SHARE, seed))).isPositive();
    }
  }

  /// Has a client come in over a line that is bad until the handshake is done.
  ///
  /// @return how many datagrams were lost
  private static long lostIn(
      DtlsRig rig, Consumer<DtlsConnectorConfig.Builder> credentials, Loss loss) throws Exception {
    long before = rig.handshakes("established");
    try (UdpLink line = new UdpLink(rig.address());
        TestClient client = TestClient.stubborn(credentials)) {
      line.become(new Quality(loss, 0));
      client.say(line.address(), "hello").join();
      line.become(Quality.GOOD);
      // The one before may be lost: it needed no acknowledgement.
      client.exchange(line.address(), "hello");

      await().until(() -> rig.handshakes("established") == before + 1);
      return line.lostCount();
    }
  }
}
