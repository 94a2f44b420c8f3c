package city.wayside.edge.fuzz;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.rig.Server;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/// A client at an address of its own that sends damaged datagrams. After a few of them it pings;
/// whoever answers a ping has dealt with what was before it. What is sent to it, it acknowledges,
/// rejects or passes over.
final class CoapAttacker implements Runnable {

  private static final byte[] NOTHING = {};
  private static final int DATAGRAMS_PER_PING = 16;
  private static final int PING_WAIT_MS = 300;
  private static final int PINGS_MAX = 200;
  private static final int HEARD_MAX = 30;

  private final RawCoap raw;
  private final CoapCorpus corpus;
  private final SplittableRandom random;
  private final LongAdder datagrams;
  private final BooleanSupplier goesOn;

  /// @param number tells its address from others'
  /// @param datagrams counts what the server is known to have dealt with
  CoapAttacker(
      Server server,
      int number,
      SplittableRandom random,
      LongAdder datagrams,
      BooleanSupplier goesOn) {
    this.random = random;
    this.datagrams = datagrams;
    this.goesOn = goesOn;
    this.raw = new RawCoap(server.coapPort(), address(number));
    List<Option> observing = RawCoap.options("v1/geo/0");
    observing.addFirst(Option.of(RawCoap.OBSERVE, 0));
    byte[] echo = raw.ask(RawCoap.CON, RawCoap.GET, observing, NOTHING).option(RawCoap.ECHO);
    this.corpus = new CoapCorpus(server, echo == null ? NOTHING : echo, random.split());
  }

  @Override
  public void run() {
    try (raw) {
      while (goesOn.getAsBoolean()) {
        for (int count = 0; count < DATAGRAMS_PER_PING; count++) {
          raw.send(corpus.next());
        }
        ping();
        datagrams.add(DATAGRAMS_PER_PING);
      }
    }
  }

  private static InetAddress address(int number) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 2, (byte) number});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// UDP may lose a ping too: it is sent again.
  private void ping() {
    int id = raw.nextMessageId();
    for (int pings = 0; pings < PINGS_MAX; pings++) {
      raw.sendEmpty(RawCoap.CON, id);
      // Notifications may come all the time: after some of them it is sent again too.
      for (int heard = 0; heard < HEARD_MAX; heard++) {
        Received answer = raw.receiveWithin(PING_WAIT_MS);
        if (answer == null) {
          break;
        }
        if (answer.type() == RawCoap.RST && answer.messageId() == id) {
          return;
        }
        react(answer);
      }
    }
    throw new IllegalStateException("no ping was answered");
  }

  private void react(Received message) {
    if (message.type() == RawCoap.CON) {
      switch (random.nextInt(4)) {
        case 0 -> raw.sendEmpty(RawCoap.RST, message.messageId());
        case 1 -> {
          // Passed over: it comes again.
        }
        default -> raw.sendEmpty(RawCoap.ACK, message.messageId());
      }
    }
  }
}
