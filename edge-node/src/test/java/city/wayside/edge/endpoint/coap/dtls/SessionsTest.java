package city.wayside.edge.endpoint.coap.dtls;

import static city.wayside.edge.endpoint.coap.dtls.Credentials.key;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.psk;
import static city.wayside.edge.endpoint.coap.dtls.DtlsRig.vehicle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.access.Denial;
import city.wayside.edge.access.Entry;
import city.wayside.kit.net.FreePorts;
import city.wayside.kit.net.UdpLink;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.SharedKey;
import city.wayside.model.config.Secret;
import city.wayside.model.telemetry.Metric;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions go on although addresses, records and processes change.
class SessionsTest {

  private static final ClientRecord BUS = vehicle("bus-12", key("bus-12"));
  private static final int HELLOS = 500;

  @TempDir private Path folder;

  @Test
  void aSessionGoesOnAtAnotherAddress() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        UdpLink nat = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(nat.address(), "here");
      nat.rebind();
      client.exchange(nat.address(), "there");

      assertThat(rig.handshakes("begun")).isEqualTo(1);
      EndpointContext before = rig.heard.getFirst();
      EndpointContext after = rig.heard.getLast();
      assertThat(after.getPeerAddress()).isNotEqualTo(before.getPeerAddress());
      assertThat(after.get(DtlsEndpointContext.KEY_SESSION_ID))
          .isEqualTo(before.get(DtlsEndpointContext.KEY_SESSION_ID));
      assertThat(after.get(DtlsEndpointContext.KEY_READ_CONNECTION_ID).getBytes()).hasSize(6);
      assertThat(rig.judged()).isInstanceOf(Entry.Admitted.class);
    }
  }

  @Test
  void aClientThatReturnsNeedsNoProof() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(rig.address(), "here");
      int questions = rig.clients.questions().size();
      client.resume();
      client.exchange(rig.address(), "again");

      assertThat(rig.handshakes("established")).isEqualTo(1);
      assertThat(rig.handshakes("resumed")).isEqualTo(1);
      assertThat(rig.clients.questions()).hasSize(questions);
      assertThat(rig.judged()).isInstanceOf(Entry.Admitted.class);
    }
  }

  @Test
  void aRecordThatIsSentTwiceIsTakenOnce() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        UdpLink link = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(link.address(), "once");
      byte[] record = link.sent().getLast();
      long droppedBefore = rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "record");
      link.forge(record);
      byte[] forged = record.clone();
      forged[forged.length - 1] ^= 1;
      forged[10] = 77;
      link.forge(forged);
      await()
          .until(
              () -> rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "record") == droppedBefore + 2);

      client.exchange(link.address(), "more");
      assertThat(rig.heard).hasSize(2);
    }
  }

  @Test
  void whatIsNoDtlsCostsNobodyAnything() throws Exception {
    Random random = new Random(7);
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        TestClient client = new TestClient(psk(key("bus-12")));
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.exchange(rig.address(), "before");
      for (int i = 1; i <= HELLOS; i++) {
        byte[] garbage = new byte[1 + i];
        random.nextBytes(garbage);
        garbage[0] = (byte) (i % 2 == 0 ? 0 : 25);
        stranger.send(new DatagramPacket(garbage, garbage.length, rig.address()));
      }
      await()
          .until(() -> {
            client.exchange(rig.address(), "meanwhile");
            return dropped(rig) >= HELLOS;
          });
      assertThat(rig.handshakes("begun")).isEqualTo(1);
    }
  }

  private static long dropped(DtlsRig rig) {
    return rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "datagram")
        + rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "record");
  }

  @Test
  void aFloodOfFirstMessagesBeginsNothingAndIsAnsweredWithLess() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        UdpLink link = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")));
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.exchange(link.address(), "before");
      byte[] hello = link.sent().getFirst();
      for (int i = 0; i < HELLOS; i++) {
        stranger.send(new DatagramPacket(hello, hello.length, rig.address()));
        byte[] answer = new byte[2_000];
        DatagramPacket packet = new DatagramPacket(answer, answer.length);
        stranger.receive(packet);
        assertThat(packet.getLength()).isLessThanOrEqualTo(hello.length);
      }
      assertThat(rig.handshakes("greeted")).isEqualTo(HELLOS + 1);
      assertThat(rig.handshakes("begun")).isEqualTo(1);
      client.exchange(link.address(), "after");
    }
  }

  @Test
  void brokenFirstMessagesHarmNobody() throws Exception {
    Random random = new Random(11);
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        UdpLink link = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")));
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.exchange(link.address(), "before");
      byte[] withCookie = link.sent().get(1);
      for (int i = 0; i < HELLOS; i++) {
        byte[] broken = Arrays.copyOf(withCookie, 1 + random.nextInt(withCookie.length));
        for (int change = random.nextInt(6); change > 0; change--) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        stranger.send(new DatagramPacket(broken, broken.length, rig.address()));
      }
      client.exchange(link.address(), "after");
      link.rebind();
      client.exchange(link.address(), "elsewhere");
      assertThat(rig.handshakes("begun")).isEqualTo(1);
    }
  }

  @Test
  void nobodyBeginsWithACookieOfAnother() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), BUS);
        UdpLink link = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")));
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.exchange(link.address(), "before");
      byte[] withCookie = link.sent().get(1);
      stranger.send(new DatagramPacket(withCookie, withCookie.length, rig.address()));
      byte[] answer = new byte[2_000];
      DatagramPacket packet = new DatagramPacket(answer, answer.length);
      stranger.receive(packet);

      // HelloVerifyRequest (3) once more.
      assertThat(Arrays.copyOf(answer, 14)[13]).isEqualTo((byte) 3);
      assertThat(rig.handshakes("begun")).isEqualTo(1);
    }
  }

  @Test
  void aSessionGoesOnWithTheNextProcess() throws Exception {
    HandOverConfig left = new HandOverConfig(folder, new Secret("k".repeat(32)), 600);
    try (TestClient client = new TestClient(psk(key("bus-12")))) {
      int port = FreePorts.next();
      EndpointContext before;
      try (DtlsRig first = new DtlsRig(config(port, left), BUS)) {
        client.exchange(first.address(), "first");
        before = first.heard.getLast();
        first.door.close();
        assertThat(first.telemetry.count(Metric.EDGE_DTLS_HANDED_OVER, "saved")).isEqualTo(1);
      }
      try (DtlsRig second = new DtlsRig(config(port, left), BUS)) {
        assertThat(second.telemetry.count(Metric.EDGE_DTLS_HANDED_OVER, "loaded")).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
        client.exchange(second.address(), "second");

        assertThat(second.handshakes("greeted")).isZero();
        assertThat(second.heard.getLast().get(DtlsEndpointContext.KEY_SESSION_ID))
            .isEqualTo(before.get(DtlsEndpointContext.KEY_SESSION_ID));
        assertThat(second.judged()).isInstanceOf(Entry.Admitted.class);
      }
    }
  }

  /// Also what was taken over remembers by which key it began.
  @Test
  void aKeyThatWasReplacedMeanwhileLetsNobodyGoOn() throws Exception {
    HandOverConfig left = new HandOverConfig(folder, new Secret("k".repeat(32)), 600);
    SharedKey other = new SharedKey("bus-12", "another key of bus-12".getBytes(UTF_8));
    try (TestClient client = new TestClient(psk(key("bus-12")))) {
      int port = FreePorts.next();
      for (int process = 0; process < 3; process++) {
        ClientRecord bus = process < 2 ? BUS : vehicle("bus-12", other);
        try (DtlsRig rig = new DtlsRig(config(port, left), bus)) {
          client.exchange(rig.address(), "process " + process);
          assertThat(rig.handshakes("greeted")).isEqualTo(process == 0 ? 1 : 0);
          if (process < 2) {
            assertThat(rig.judged()).isInstanceOf(Entry.Admitted.class);
          } else {
            assertThat(rig.judged())
                .isInstanceOfSatisfying(
                    Entry.Denied.class,
                    denied -> assertThat(denied.code()).isEqualTo(Denial.BAD_CREDENTIALS));
          }
        }
      }
    }
  }

  private static DtlsConfig config(int port, HandOverConfig left) {
    return Credentials.with(DtlsConfig.defaults(), port, ClusterConfig.defaults(), left);
  }
}
