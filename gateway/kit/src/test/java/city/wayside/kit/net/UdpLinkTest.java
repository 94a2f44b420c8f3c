package city.wayside.kit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.net.UdpLink.Loss;
import city.wayside.kit.net.UdpLink.Quality;
import city.wayside.kit.net.UdpLink.Way;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpLinkTest {

  private static final int PATIENCE_MS = 20_000;

  private final DatagramSocket client = socket();
  private final DatagramSocket server = socket();
  private final DatagramSocket other = socket();
  private final UdpLink link = link(server);

  private static DatagramSocket socket() {
    try {
      DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(PATIENCE_MS);
      return socket;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static UdpLink link(DatagramSocket server) {
    try {
      return new UdpLink(address(server));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InetSocketAddress address(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @AfterEach
  void close() {
    link.close();
    client.close();
    server.close();
    other.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(DatagramSocket from, SocketAddress to, String text) throws IOException {
    from.send(new DatagramPacket(bytes(text), bytes(text).length, to));
  }

  /// What came, and from where.
  private record Heard(String text, SocketAddress from) {}

  private static Heard hear(DatagramSocket socket) throws IOException {
    byte[] buffer = new byte[100];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    socket.receive(packet);
    byte[] got = Arrays.copyOf(buffer, packet.getLength());
    return new Heard(new String(got, StandardCharsets.UTF_8), packet.getSocketAddress());
  }

  @Test
  void aGoodLineTakesEverythingBothWays() throws Exception {
    for (String text : List.of("one", "two", "three")) {
      send(client, link.address(), text);
      Heard heard = hear(server);
      assertThat(heard.text()).isEqualTo(text);
      send(server, heard.from(), "yes, " + text);
      assertThat(hear(client)).isEqualTo(new Heard("yes, " + text, link.address()));
    }
    assertThat(link.lostCount()).isZero();
  }

  @Test
  void whatIsToBeLostIsLost() throws Exception {
    link.become(new Quality((way, number) -> way == Way.BACK || number == 1, 1));
    send(client, link.address(), "one");
    assertThat(hear(server).text()).isEqualTo("one");
    send(client, link.address(), "two");
    send(client, link.address(), "three");
    Heard third = hear(server);
    assertThat(third.text()).isEqualTo("three");
    send(server, third.from(), "lost");
    Awaitility.await().until(() -> link.lostCount() == 2);
    assertThat(link.sent()).containsExactly(bytes("one"), bytes("two"), bytes("three"));

    link.become(Quality.GOOD);
    send(server, third.from(), "not lost");
    assertThat(hear(client).text()).isEqualTo("not lost");
    assertThat(link.lostCount()).isEqualTo(2);
  }

  @Test
  void aShareIsLostAndTheSameForASeed() {
    Loss loss = Loss.ofShare(0.3, 7);
    Loss same = Loss.ofShare(0.3, 7);
    for (Way way : Way.values()) {
      List<Integer> lost =
          IntStream.range(0, 10_000).filter(number -> loss.loses(way, number)).boxed().toList();
      assertThat(lost).hasSizeBetween(2_800, 3_200);
      assertThat(IntStream.range(0, 10_000).filter(number -> same.loses(way, number)).boxed())
          .isEqualTo(lost);
    }
    assertThat(IntStream.range(0, 100))
        .anyMatch(number -> loss.loses(Way.THERE, number) != loss.loses(Way.BACK, number))
        .anyMatch(number -> Loss.ofShare(0.3, 8).loses(Way.THERE, number));
  }

  @Test
  void serversTakeTurnsUntilItLeadsToOne() throws Exception {
    link.lead(address(server), address(other));
    for (String text : List.of("one", "two", "three", "four")) {
      send(client, link.address(), text);
    }
    List<String> heard = List.of(hear(server).text(), hear(server).text());
    List<String> heardByOther = List.of(hear(other).text(), hear(other).text());
    assertThat(List.of(heard, heardByOther))
        .containsExactlyInAnyOrder(List.of("one", "three"), List.of("two", "four"));

    link.lead(address(other));
    send(client, link.address(), "five");
    send(client, link.address(), "six");
    assertThat(hear(other).text()).isEqualTo("five");
    assertThat(hear(other).text()).isEqualTo("six");
  }

  @Test
  void clientsHaveOtherPortsOnceTheyWereRebound() throws Exception {
    send(client, link.address(), "before");
    Heard before = hear(server);
    link.rebind();
    send(client, link.address(), "after");
    Heard after = hear(server);

    assertThat(after.from()).isNotEqualTo(before.from());
    send(server, before.from(), "lost");
    send(server, after.from(), "found");
    assertThat(hear(client).text()).isEqualTo("found");
  }

  @Test
  void whatIsForgedComesFromTheClientThatSpokeLast() throws Exception {
    assertThatThrownBy(() -> link.forge(bytes("nobody's")))
        .isInstanceOf(IllegalStateException.class);
    send(other, link.address(), "another's");
    Heard another = hear(server);
    send(client, link.address(), "one");
    Heard one = hear(server);
    link.forge(bytes("two"));

    assertThat(hear(server)).isEqualTo(new Heard("two", one.from()));
    assertThat(another.from()).isNotEqualTo(one.from());
    assertThat(link.sent()).containsExactly(bytes("another's"), bytes("one"));
  }
}
