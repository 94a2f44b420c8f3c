package city.wayside.edge.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The client's side of a WebSocket (RFC 6455): the handshake, and frames with their masks. Without
/// its extensions, and only as far as MQTT over it needs.
public final class WebSocket {

  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;
  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String status;
  private final Map<String, String> headers;

  private WebSocket(Socket socket, DataInputStream in, String status, Map<String, String> headers)
      throws IOException {
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
    this.status = status;
    this.headers = headers;
  }

  /// Asks a server for a WebSocket.
  ///
  /// @param subprotocols what is offered, as it stands in the header; empty for nothing
  public static WebSocket open(String host, int port, String path, String subprotocols) {
    try {
      Socket socket = Wire.socket(host, port);
      String offer =
          subprotocols.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + subprotocols + "\r\n";
      String request =
          "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  .formatted(path, host, port)
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
              + offer
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String status = line(in);
      Map<String, String> headers = new HashMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
      }
      return new WebSocket(socket, in, status, headers);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// True when the server agreed.
  public boolean isOpen() {
    return status.contains(" 101");
  }

  /// The subprotocol that the server selected; absent when it selected none.
  public @Nullable String subprotocol() {
    return headers.get("sec-websocket-protocol");
  }

  /// Sends one frame.
  ///
  /// @param isFinal false when the message goes on in the next frame
  public WebSocket send(int opcode, boolean isFinal, byte[] payload) {
    Bytes frame = new Bytes().u8((isFinal ? FIN : 0) | opcode);
    if (payload.length < LENGTH_16) {
      frame.u8(MASKED | payload.length);
    } else {
      frame.u8(MASKED | LENGTH_16).u16(payload.length);
    }
    frame.raw(MASK);
    for (int place = 0; place < payload.length; place++) {
      frame.u8(payload[place] ^ MASK[place % MASK.length]);
    }
    try {
      out.write(frame.toArray());
    } catch (IOException closed) {
      // For the reads to find.
    }
    return this;
  }

  Socket socket() {
    return socket;
  }

  /// Every write goes into a binary frame of its own.
  OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int octet) {
        WebSocket.this.send(BINARY, true, Bytes.of(octet));
      }

      @Override
      public void write(byte[] octets, int from, int length) {
        byte[] part = new byte[length];
        System.arraycopy(octets, from, part, 0, length);
        WebSocket.this.send(BINARY, true, part);
      }
    };
  }

  /// The content of the binary frames; ends where the server closes the WebSocket.
  InputStream input() {
    return new InputStream() {
      private byte[] payload = {};
      private int place;

      @Override
      public int read() throws IOException {
        while (place == payload.length) {
          byte[] next = payload();
          if (next == null) {
            return -1;
          }
          payload = next;
          place = 0;
        }
        return payload[place++] & 0xFF;
      }

      @Override
      public int read(byte[] octets, int from, int length) throws IOException {
        int octet = length == 0 ? 0 : read();
        if (octet < 0) {
          return -1;
        }
        int count = Math.min(length, 1);
        if (count > 0) {
          octets[from] = (byte) octet;
        }
        return count;
      }
    };
  }

  /// The content of the next frame; absent when it closes the WebSocket.
  private byte @Nullable [] payload() throws IOException {
    int first = in.read();
    if (first < 0 || (first & 0xF) == CLOSE) {
      return null;
    }
    int opcode = first & 0xF;
    if (opcode != BINARY && opcode != CONTINUATION) {
      throw new AssertionError("a frame with the opcode " + opcode);
    }
    int length = in.readUnsignedByte();
    if (length == LENGTH_16) {
      length = in.readUnsignedShort();
    } else if (length == LENGTH_64) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("ends within a frame");
    }
    return payload;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("ends within the handshake");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.US_ASCII).trim();
  }
}
