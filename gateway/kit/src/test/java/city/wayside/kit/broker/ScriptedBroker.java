package city.wayside.kit.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A server that answers as its script says, and remembers what it heard. It knows as much of MQTT
/// as its clients say to it.
public final class ScriptedBroker implements AutoCloseable {

  /// What to do with a message.
  public sealed interface Answer {
    /// Acknowledge it with a reason code; MQTT 3.1.1 gets none.
    record Code(int code) implements Answer {}

    /// Say nothing.
    record Silence() implements Answer {}

    /// Close the connection.
    record Close() implements Answer {}

    /// Say something else: a packet, in hex.
    record Say(String hex) implements Answer {}

    /// Acknowledge it, and tell the refusal on the client's own topic.
    record Notice(String json) implements Answer {}
  }

  /// Acknowledge it with success.
  public static final Answer TAKEN = new Answer.Code(0);

  /// Takes every connection.
  public static final IntFunction<String> WELCOME = number -> "";

  /// One message that arrived; `number` counts all of them from 0.
  public record Heard(int number, String client, String topic, byte[] payload, int qos) {
    /// The payload as text.
    public String text() {
      return new String(payload, UTF_8);
    }
  }

  /// What arrived.
  public final List<Heard> heard = new CopyOnWriteArrayList<>();

  /// Client ids of the connections that were accepted.
  public final List<String> connected = new CopyOnWriteArrayList<>();

  /// Client ids of those that said good-bye.
  public final List<String> disconnected = new CopyOnWriteArrayList<>();

  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger connects = new AtomicInteger();
  private final List<NetSocket> open = new CopyOnWriteArrayList<>();
  private final NetServer server;
  private final Function<Heard, Answer> script;
  private final IntFunction<String> welcome;

  /// Accepts everyone.
  public ScriptedBroker(Vertx vertx, Function<Heard, Answer> script) {
    this(vertx, new NetServerOptions(), script, WELCOME);
  }

  /// A broker that listens.
  ///
  /// @param welcome the answer to the CONNECT of that number, from 0, in hex; empty to accept it
  public ScriptedBroker(
      Vertx vertx,
      NetServerOptions options,
      Function<Heard, Answer> script,
      IntFunction<String> welcome) {
    this.script = script;
    this.welcome = welcome;
    this.server = vertx.createNetServer(options.setHost("127.0.0.1").setPort(0));
    server.connectHandler(socket -> new Connection(socket).read()).exceptionHandler(fault -> {});
    server.listen().await();
  }

  /// Where it listens.
  public int port() {
    return server.actualPort();
  }

  /// Says something to all that are connected.
  ///
  /// @param hex a packet
  public void say(String hex) {
    open.forEach(socket -> socket.write(packet(hex)));
  }

  /// Closes all connections.
  public void hangUp() {
    open.forEach(NetSocket::close);
  }

  private static Buffer packet(String hex) {
    return Buffer.buffer(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private final class Connection {
    private final NetSocket socket;
    private byte[] rest = {};
    private String clientId = "";
    private boolean isMqtt5;

    Connection(NetSocket socket) {
      this.socket = socket;
    }

    void read() {
      socket.handler(received -> feed(received.getBytes()));
      socket.closeHandler(closed -> open.remove(socket));
      socket.exceptionHandler(reset -> open.remove(socket));
    }

    private void feed(byte[] received) {
      byte[] bytes = Arrays.copyOf(rest, rest.length + received.length);
      System.arraycopy(received, 0, bytes, rest.length, received.length);
      int at = 0;
      while (at + 1 < bytes.length) {
        int length = 0;
        int body = at + 1;
        for (int shift = 0; body < bytes.length; shift += 7) {
          length |= (bytes[body] & 0x7F) << shift;
          if (bytes[body++] >= 0) {
            break;
          }
        }
        if (bytes[body - 1] < 0 || body + length > bytes.length) {
          break;
        }
        take(bytes[at] & 0xFF, Arrays.copyOfRange(bytes, body, body + length));
        at = body + length;
      }
      rest = Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private void take(int first, byte[] body) {
      switch (first >> 4) {
        case 1 -> connect(body);
        case 3 -> publish(first >> 1 & 3, body);
        case 8 -> {
          String tail = isMqtt5 ? " 00 01" : " 01";
          socket.write(
              packet("90 0%d %02x%02x".formatted(isMqtt5 ? 4 : 3, body[0], body[1]) + tail));
        }
        case 12 -> socket.write(packet("d000"));
        case 14 -> disconnected.add(clientId);
        default -> {}
      }
    }

    private void connect(byte[] body) {
      isMqtt5 = body[6] == 5;
      int idAt = isMqtt5 ? 11 + body[10] : 10;
      clientId = text(body, idAt);
      String answer = welcome.apply(connects.getAndIncrement());
      if (answer.isEmpty()) {
        connected.add(clientId);
        open.add(socket);
        socket.write(packet(isMqtt5 ? "20 03 00 00 00" : "20 02 00 00"));
      } else {
        socket.write(packet(answer)).onComplete(done -> socket.close());
      }
    }

    private void publish(int qos, byte[] body) {
      String topic = text(body, 0);
      int at = 2 + topic.getBytes(UTF_8).length;
      int packetId = 0;
      if (qos > 0) {
        packetId = number(body, at);
        at += 2;
      }
      if (isMqtt5) {
        at += 1 + body[at];
      }
      byte[] payload = Arrays.copyOfRange(body, at, body.length);
      Heard one = new Heard(messages.getAndIncrement(), clientId, topic, payload, qos);
      heard.add(one);
      answer(script.apply(one), qos, packetId);
    }

    private void answer(Answer answer, int qos, int packetId) {
      switch (answer) {
        case Answer.Code(int code) -> acknowledge(qos, packetId, code);
        case Answer.Silence() -> {}
        case Answer.Close() -> socket.close();
        case Answer.Say(String hex) -> socket.write(packet(hex));
        case Answer.Notice(String json) -> {
          byte[] topic = ("v1/refused/" + clientId).getBytes(UTF_8);
          Buffer body = Buffer.buffer().appendUnsignedShort(topic.length).appendBytes(topic);
          if (isMqtt5) {
            body.appendByte((byte) 0);
          }
          body.appendString(json);
          socket.write(
              Buffer.buffer()
                  .appendByte((byte) 0x30)
                  .appendByte((byte) ((body.length() & 0x7F) | 0x80))
                  .appendByte((byte) (body.length() >> 7))
                  .appendBuffer(body));
          acknowledge(qos, packetId, 0);
        }
      }
    }

    private void acknowledge(int qos, int packetId, int code) {
      if (qos > 0) {
        String head = isMqtt5 && code != 0 ? "40 03 %04x %02x" : "40 02 %04x";
        socket.write(packet(head.formatted(packetId, code)));
      }
    }
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private static String text(byte[] bytes, int at) {
    return new String(bytes, at + 2, number(bytes, at), UTF_8);
  }

  @Override
  public void close() {
    server.close().await();
  }
}
