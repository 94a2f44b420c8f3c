package city.wayside.edge.fuzz;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.RawObserver;
import city.wayside.edge.fuzz.Bystander.Role;
import city.wayside.edge.rig.Server;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// A CoAP client that does everything right all the time, whatever others do: it sends again what
/// is not answered, and acknowledges what it is told.
final class CoapBystander implements Runnable {

  private static final int RESEND_MS = 1000;
  private static final int SENT_MAX = 20;
  private static final int TOLD_WAIT_MS = 20_000;

  private final Server server;
  private final Role role;
  private final BooleanSupplier goesOn;
  private final List<String> findings;
  private final RawCoap raw;
  private final String place;
  private final AtomicLong servedCount = new AtomicLong();

  /// One that observes already, or is about to post.
  CoapBystander(Server server, Role role, BooleanSupplier goesOn, List<String> findings) {
    this.server = server;
    this.role = role;
    this.goesOn = goesOn;
    this.findings = findings;
    this.raw = new RawCoap(server.coapPort());
    this.place = server.freshPlace();
    if (role == Role.LISTENER) {
      // It ends with the server.
      new RawObserver(raw).observe("v1/geo/" + place.replace("/", ""));
    }
  }

  /// How many messages it sent that were kept, or was told that were for it.
  long servedCount() {
    return servedCount.get();
  }

  @Override
  public void run() {
    try (raw) {
      while (goesOn.getAsBoolean()) {
        switch (role) {
          case SPEAKER -> speak();
          case LISTENER -> listen();
        }
        servedCount.incrementAndGet();
      }
    } catch (RuntimeException | AssertionError finding) {
      findings.add("a CoAP " + role + " that did nothing wrong: " + finding);
    }
  }

  private void speak() {
    long station = server.freshStation();
    Message post =
        raw.request(
            RawCoap.CON,
            RawCoap.POST,
            RawCoap.path(Server.topicOf(station)),
            server.probe(station));
    for (int sent = 0; sent < SENT_MAX; sent++) {
      raw.send(post.bytes());
      Received answer = raw.receiveWithin(RESEND_MS);
      // What was sent twice may be answered twice.
      while (answer != null && !Arrays.equals(answer.token(), post.token())) {
        answer = raw.receiveWithin(RESEND_MS);
      }
      if (answer != null) {
        if (!answer.codeText().equals("2.04")) {
          throw new AssertionError("expected 2.04, but came " + answer);
        }
        return;
      }
    }
    throw new AssertionError("not answered");
  }

  /// Has a message sent down to itself and waits for it; it is sent until it is acknowledged.
  private void listen() {
    String words = "heard " + servedCount.get();
    server.publishDown("v1/geo/" + place + "/denm", words, 1, false);
    boolean isHeard = false;
    while (!isHeard) {
      Received told = raw.receiveWithin(TOLD_WAIT_MS);
      if (told == null) {
        throw new AssertionError("not told: " + words);
      }
      if (told.type() == RawCoap.CON) {
        raw.sendEmpty(RawCoap.ACK, told.messageId());
      }
      isHeard = RawObserver.texts(told).contains(words);
    }
  }
}
