package city.wayside.edge.coap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A UDP socket that sends what it is given and takes answers apart by hand (RFC 7252 §3), so that
/// nothing that a library would forbid is out of reach.
public final class RawCoap implements AutoCloseable {

  public static final int CON = 0;
  public static final int NON = 1;
  public static final int ACK = 2;
  public static final int RST = 3;

  public static final int GET = 1;
  public static final int POST = 2;
  public static final int PUT = 3;
  public static final int DELETE = 4;

  public static final int IF_MATCH = 1;
  public static final int ETAG = 4;
  public static final int IF_NONE_MATCH = 5;
  public static final int OBSERVE = 6;
  public static final int LOCATION_PATH = 8;
  public static final int URI_PATH = 11;
  public static final int CONTENT_FORMAT = 12;
  public static final int MAX_AGE = 14;
  public static final int URI_QUERY = 15;
  public static final int ACCEPT = 17;
  public static final int LOCATION_QUERY = 20;
  public static final int BLOCK2 = 23;
  public static final int BLOCK1 = 27;
  public static final int ECHO = 252;
  public static final int NO_RESPONSE = 258;

  private static final int PAYLOAD_MARKER = 0xFF;
  private static final int WAIT_MS = 5000;
  private static final int DATAGRAM_BYTES = 4096;

  /// Of all clients together: a later client may be given the port of an earlier one, and then must
  /// not seem to send the same messages again.
  private static final AtomicInteger LAST_MESSAGE_ID = new AtomicInteger(1000);

  /// The addresses of clients that did not ask for one: 127.42.0.0/16.
  private static final AtomicInteger LAST_ADDRESS = new AtomicInteger();

  private final DatagramSocket socket;
  private final int port;

  /// A client at an address of its own, of which the server knows nothing: not who had the port
  /// before, and what that one has proven.
  ///
  /// @param port the server's
  public RawCoap(int port) {
    this(port, freshAddress());
  }

  private static InetAddress freshAddress() {
    int number = LAST_ADDRESS.incrementAndGet();
    try {
      return InetAddress.getByAddress(new byte[] {127, 42, (byte) (number >> 8), (byte) number});
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// A client on a port of its own at one of this machine's addresses.
  ///
  /// @param port the server's
  public RawCoap(int port, InetAddress from) {
    this.port = port;
    try {
      socket = new DatagramSocket(0, from);
      socket.setSoTimeout(WAIT_MS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address that the server sees.
  public String host() {
    return socket.getLocalAddress().getHostAddress();
  }

  /// An option, with any number and any bytes.
  public record Option(int number, byte[] value) {

    public static Option of(int number, String text) {
      return new Option(number, text.getBytes(StandardCharsets.UTF_8));
    }

    /// An unsigned number without leading zeros (RFC 7252 §3.2).
    public static Option of(int number, long value) {
      int bytes = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
      byte[] octets = new byte[bytes];
      for (int at = 0; at < bytes; at++) {
        octets[at] = (byte) (value >> (8 * (bytes - 1 - at)));
      }
      return new Option(number, octets);
    }
  }

  /// The options of a path.
  public static List<Option> path(String path) {
    List<Option> options = new ArrayList<>();
    for (String part : path.split("/")) {
      options.add(Option.of(URI_PATH, part));
    }
    return options;
  }

  /// The options of a path, its queries, and some more, in the order of their numbers.
  ///
  /// @param uri such as `v1/down?station=1&station=2`
  public static List<Option> options(String uri, Option... more) {
    int mark = uri.indexOf('?');
    List<Option> options = new ArrayList<>(path(mark < 0 ? uri : uri.substring(0, mark)));
    if (mark >= 0) {
      for (String query : uri.substring(mark + 1).split("&")) {
        options.add(Option.of(URI_QUERY, query));
      }
    }
    options.addAll(List.of(more));
    options.sort(Comparator.comparingInt(Option::number));
    return options;
  }

  /// A message to be sent.
  public record Message(
      int type, int code, int messageId, byte[] token, List<Option> options, byte[] payload) {

    /// The bytes of the message. Options must be in the order of their numbers.
    public byte[] bytes() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(1 << 6 | type << 4 | token.length);
      out.write(code);
      out.write(messageId >> 8);
      out.write(messageId);
      out.writeBytes(token);
      int before = 0;
      for (Option option : options) {
        write(out, option.number() - before, option.value());
        before = option.number();
      }
      if (payload.length > 0) {
        out.write(PAYLOAD_MARKER);
        out.writeBytes(payload);
      }
      return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int delta, byte[] value) {
      out.write(nibble(delta) << 4 | nibble(value.length));
      extended(out, delta);
      extended(out, value.length);
      out.writeBytes(value);
    }

    private static int nibble(int value) {
      return value < 13 ? value : value < 269 ? 13 : 14;
    }

    private static void extended(ByteArrayOutputStream out, int value) {
      if (value >= 269) {
        out.write((value - 269) >> 8);
        out.write(value - 269);
      } else if (value >= 13) {
        out.write(value - 13);
      }
    }
  }

  /// A message that came.
  public record Received(
      int type, int code, int messageId, byte[] token, List<Option> options, byte[] payload) {

    /// The code as class.detail.
    public String codeText() {
      return "%d.%02d".formatted(code >> 5, code & 31);
    }

    public byte @Nullable [] option(int number) {
      return options.stream()
          .filter(option -> option.number() == number)
          .map(Option::value)
          .findFirst()
          .orElse(null);
    }

    /// What is to be echoed; fails when nothing is.
    public byte[] echo() {
      return Objects.requireNonNull(option(ECHO), "there is an Echo option");
    }

    public long number(int number) {
      byte[] value = option(number);
      if (value == null) {
        return -1;
      }
      long sum = 0;
      for (byte octet : value) {
        sum = sum << 8 | (octet & 0xFF);
      }
      return sum;
    }

    /// How many bytes it had.
    public int length() {
      return new Message(type, code, messageId, token, options, payload).bytes().length;
    }

    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  public int nextMessageId() {
    return LAST_MESSAGE_ID.incrementAndGet() & 0xFFFF;
  }

  /// A request with a token of two bytes, not sent yet.
  public Message request(int type, int code, List<Option> options, byte[] payload) {
    int id = nextMessageId();
    return new Message(type, code, id, new byte[] {(byte) (id >> 8), (byte) id}, options, payload);
  }

  /// Sends a request and awaits its answer.
  public Received ask(int type, int code, List<Option> options, byte[] payload) {
    send(request(type, code, options, payload).bytes());
    return receive();
  }

  public Received get(String path) {
    return ask(CON, GET, path(path), new byte[0]);
  }

  public void send(byte[] datagram) {
    try {
      socket.send(
          new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void sendEmpty(int type, int messageId) {
    send(new Message(type, 0, messageId, new byte[0], List.of(), new byte[0]).bytes());
  }

  /// The next message; fails when none comes in time.
  public Received receive() {
    Received received = receiveWithin(WAIT_MS);
    if (received == null) {
      throw new AssertionError("no answer");
    }
    return received;
  }

  /// The next message; absent when none comes in time.
  public @Nullable Received receiveWithin(int waitMs) {
    DatagramPacket packet = new DatagramPacket(new byte[DATAGRAM_BYTES], DATAGRAM_BYTES);
    try {
      socket.setSoTimeout(waitMs);
      socket.receive(packet);
    } catch (SocketTimeoutException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  private static Received read(byte[] bytes) {
    int tokenLength = bytes[0] & 15;
    int at = 4 + tokenLength;
    List<Option> options = new ArrayList<>();
    int number = 0;
    while (at < bytes.length && (bytes[at] & 0xFF) != PAYLOAD_MARKER) {
      int head = bytes[at++] & 0xFF;
      int[] next = {at};
      number += length(head >> 4, bytes, next);
      int length = length(head & 15, bytes, next);
      at = next[0] + length;
      options.add(new Option(number, Arrays.copyOfRange(bytes, next[0], at)));
    }
    byte[] payload =
        at < bytes.length ? Arrays.copyOfRange(bytes, at + 1, bytes.length) : new byte[0];
    return new Received(
        bytes[0] >> 4 & 3,
        bytes[1] & 0xFF,
        ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF),
        Arrays.copyOfRange(bytes, 4, 4 + tokenLength),
        options,
        payload);
  }

  private static int length(int nibble, byte[] bytes, int[] at) {
    return switch (nibble) {
      case 13 -> (bytes[at[0]++] & 0xFF) + 13;
      case 14 -> ((bytes[at[0]++] & 0xFF) << 8) + (bytes[at[0]++] & 0xFF) + 269;
      default -> nibble;
    };
  }

  @Override
  public void close() {
    socket.close();
  }
}
