package city.wayside.edge.coap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.RawObserver;
import city.wayside.edge.rig.Server;

/// A client that does everything right, from first to last: it posts, and observes a place of its
/// own.
final class CoapNeighbour implements AutoCloseable {

  private final Server server;
  private final RawCoap poster;
  private final RawObserver observer;
  private final String place;

  CoapNeighbour(Server server) {
    this.server = server;
    this.poster = new RawCoap(server.coapPort());
    this.observer = new RawObserver(new RawCoap(server.coapPort()));
    this.place = server.freshPlace();
    Received first = observer.observe("v1/geo/" + place.replace("/", ""));
    assertThat(first.option(RawCoap.OBSERVE)).isNotNull();
  }

  /// What it posts is kept, and what is for it is told; nothing else has come.
  void isServed() {
    long station = server.freshStation();
    Received answer =
        poster.ask(
            RawCoap.CON,
            RawCoap.POST,
            RawCoap.path(Server.topicOf(station)),
            server.probe(station));
    assertThat(answer.codeText()).isEqualTo("2.04");
    String words = "for the neighbour, " + station;
    server.publishDown("v1/geo/" + place + "/denm", words, 1, false);
    assertThat(RawObserver.texts(observer.told())).containsExactly(words);
  }

  @Override
  public void close() {
    observer.close();
    poster.close();
  }
}
