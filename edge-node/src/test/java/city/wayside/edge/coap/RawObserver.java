package city.wayside.edge.coap;

import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.inbound.topic.BatchReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A client that observes, byte by byte, and ends what it has begun.
public final class RawObserver implements AutoCloseable {

  private static final int WITHDRAWN = 1;
  private static final byte[] NOTHING = {};

  private record Observed(String uri, byte[] token) {}

  private final RawCoap raw;
  private final List<Observed> observed = new ArrayList<>();

  /// @param raw what it speaks with; closed with it
  public RawObserver(RawCoap raw) {
    this.raw = raw;
  }

  /// Observes with confirmable requests, and echoes what it is asked to.
  public Received observe(String uri, Option... more) {
    return observe(RawCoap.CON, uri, more);
  }

  /// Observes, and echoes what it is asked to.
  public Received observe(int type, String uri, Option... more) {
    Received answer = ask(type, 0, uri, more);
    byte[] echo = answer.option(RawCoap.ECHO);
    if (echo != null) {
      Option[] all = Arrays.copyOf(more, more.length + 1);
      all[more.length] = new Option(RawCoap.ECHO, echo);
      answer = ask(type, 0, uri, all);
    }
    if (answer.option(RawCoap.OBSERVE) != null) {
      observed.add(new Observed(uri, answer.token()));
    }
    return answer;
  }

  private Received ask(int type, int observe, String uri, Option... more) {
    List<Option> options = new ArrayList<>(RawCoap.options(uri, more));
    options.addFirst(Option.of(RawCoap.OBSERVE, observe));
    return raw.ask(type, RawCoap.GET, options, NOTHING);
  }

  /// The token under which it observes.
  public byte[] token() {
    return observed.getLast().token();
  }

  /// What comes next, acknowledged when it is to be.
  public Received told() {
    Received told = raw.receive();
    if (told.type() == RawCoap.CON) {
      raw.sendEmpty(RawCoap.ACK, told.messageId());
    }
    return told;
  }

  /// Ends what was observed last, and returns the answer to that; what else comes is acknowledged.
  public Received cancel() {
    Observed last = observed.removeLast();
    List<Option> options = RawCoap.options(last.uri());
    options.addFirst(Option.of(RawCoap.OBSERVE, WITHDRAWN));
    int id = raw.nextMessageId();
    raw.send(new Message(RawCoap.CON, RawCoap.GET, id, last.token(), options, NOTHING).bytes());
    Received answer = told();
    while (answer.type() != RawCoap.ACK || answer.messageId() != id) {
      answer = told();
    }
    return answer;
  }

  /// Takes something that has ended otherwise from what is to be ended.
  public void isOver() {
    observed.removeLast();
  }

  /// The texts of the messages in an answer or notification.
  public static List<String> texts(Received told) {
    List<String> texts = new ArrayList<>();
    byte[] frame = told.payload();
    BatchReader reader = new BatchReader();
    reader.start(frame, 0, frame.length);
    while (frame.length > 0 && reader.next()) {
      texts.add(new String(frame, reader.offset(), reader.length(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Override
  public void close() {
    while (!observed.isEmpty()) {
      cancel();
    }
    raw.close();
  }
}
