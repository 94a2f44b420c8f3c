package city.wayside.edge.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The datagrams of one client: valid ones, most of them then damaged.
final class CoapCorpus {

  private static final byte[] NOTHING = {};
  private static final int MORE = 8;
  private static final int BLOCK_OF_64 = 2;
  private static final int STATIONS = 10;

  /// Of so many datagrams one is left as it is.
  private static final int WHOLE_ONE_IN = 3;

  /// Of so many damaged ones one is broken from its header on.
  private static final int BROKEN_ONE_IN = 8;

  private static final int HEADER_BYTES = 4;
  private static final int ID_PLACE = 2;

  private final SplittableRandom random;
  private final OctetDamage damage;
  private final List<byte[]> good = new ArrayList<>();
  private int messageId;

  /// @param server makes what is posted
  /// @param echo proves where the client is
  CoapCorpus(Server server, byte[] echo, SplittableRandom random) {
    this.random = random;
    this.damage = new OctetDamage(random.split());
    asked(echo);
    posted(server);
    // Pings, acknowledgements and rejections of what was never sent, and answers.
    for (int type = RawCoap.CON; type <= RawCoap.RST; type++) {
      good.add(new Message(type, 0, 0, NOTHING, List.of(), NOTHING).bytes());
    }
    add(RawCoap.CON, 0x45, "v1/time", NOTHING);
    add(RawCoap.ACK, 0x44, "x", NOTHING);
  }

  private void asked(byte[] echo) {
    for (int type = RawCoap.CON; type <= RawCoap.NON; type++) {
      add(type, RawCoap.GET, "v1/time", NOTHING);
      add(type, RawCoap.GET, "v1/time", NOTHING, Option.of(RawCoap.ACCEPT, 50));
      add(type, RawCoap.GET, ".well-known/core?rt=wayside.*", NOTHING);
      add(type, RawCoap.GET, ".well-known/core", NOTHING, Option.of(RawCoap.BLOCK2, 0x10));
      add(type, RawCoap.GET, "v1/geo/0", NOTHING, new Option(RawCoap.ECHO, echo));
      add(type, RawCoap.GET, "v1/geo/0", NOTHING, Option.of(RawCoap.BLOCK2, 0x26));
      add(type, RawCoap.GET, "v1/down?station=4711", NOTHING);
      for (int observe = 0; observe < 2; observe++) {
        Option observing = Option.of(RawCoap.OBSERVE, observe);
        add(type, RawCoap.GET, "v1/geo/0", NOTHING, observing);
        add(type, RawCoap.GET, "v1/geo/00", NOTHING, observing, new Option(RawCoap.ECHO, echo));
        add(type, RawCoap.GET, "v1/down?station=7", NOTHING, observing);
      }
      add(type, RawCoap.PUT, "v1/time", NOTHING);
      add(type, RawCoap.DELETE, "v1/geo/0", NOTHING, new Option(RawCoap.IF_MATCH, echo));
    }
  }

  private void posted(Server server) {
    for (int station = 1; station <= STATIONS; station++) {
      byte[] probe = server.probe(station);
      String topic = Server.topicOf(station);
      add(RawCoap.CON, RawCoap.POST, topic, probe, Option.of(RawCoap.CONTENT_FORMAT, 50));
      add(RawCoap.NON, RawCoap.POST, topic, probe, Option.of(RawCoap.NO_RESPONSE, 26));
    }
    byte[] probe = server.probe(7);
    byte[] frame = new Bytes().u8(5).raw("probe".getBytes(UTF_8)).blob(probe).toArray();
    add(RawCoap.CON, RawCoap.POST, "v1/up/batch", frame, Option.of(RawCoap.CONTENT_FORMAT, 42));
    for (int number = 0; number < 4; number++) {
      int block = number << 4 | (number < 3 ? MORE : 0) | BLOCK_OF_64;
      add(
          RawCoap.CON,
          RawCoap.POST,
          "v1/up/batch",
          new byte[64],
          Option.of(RawCoap.BLOCK1, block),
          Option.of(RawCoap.CONTENT_FORMAT, 42));
    }
    add(RawCoap.CON, RawCoap.POST, "v1/up/-/status", "{\"online\":true}".getBytes(UTF_8));
    add(RawCoap.CON, RawCoap.POST, "v1/up/7/cam", "no cam".getBytes(UTF_8));
  }

  private void add(int type, int code, String uri, byte[] payload, Option... more) {
    byte[] token = new byte[good.size() % 9];
    random.nextBytes(token);
    good.add(new Message(type, code, 0, token, RawCoap.options(uri, more), payload).bytes());
  }

  /// The next one, mostly under a message id of its own.
  byte[] next() {
    byte[] datagram = any().clone();
    messageId += random.nextInt(3);
    datagram[ID_PLACE] = (byte) (messageId >> 8);
    datagram[ID_PLACE + 1] = (byte) messageId;
    if (random.nextInt(WHOLE_ONE_IN) == 0) {
      return datagram;
    }
    return random.nextInt(BROKEN_ONE_IN) == 0
        ? broken(datagram)
        : damage.changed(datagram, HEADER_BYTES);
  }

  private byte[] broken(byte[] datagram) {
    return switch (random.nextInt(5)) {
      case 0 -> damage.cut(datagram);
      case 1 -> Bytes.joined(damage.cut(datagram), any());
      case 2 -> {
        datagram[random.nextInt(2)] = (byte) random.nextInt();
        yield datagram;
      }
      case 3 -> damage.flipped(datagram);
      default -> damage.noise();
    };
  }

  private byte[] any() {
    return good.get(random.nextInt(good.size()));
  }
}
