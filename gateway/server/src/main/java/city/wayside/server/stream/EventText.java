package city.wayside.server.stream;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/// Events as they stand on the wire (WHATWG HTML §9.2.5). JSON without line breaks needs one `data`
/// line.
final class EventText {

  /// A comment, which clients skip.
  static final Buffer KEEP_ALIVE = Buffer.buffer(": keep-alive\n\n");

  /// Tells clients how long to wait before they connect again.
  static final Buffer HELLO = Buffer.buffer("retry: 3000\n\n");

  private static final byte[] END = {'\n', '\n'};

  private EventText() {}

  /// An event that a client can resume after.
  static Buffer traffic(long cursor, byte[] json) {
    return event("event: traffic\nid: " + cursor + "\ndata: ", json);
  }

  /// An event that is gone when it is missed.
  static Buffer status(byte[] json) {
    return event("event: status\ndata: ", json);
  }

  private static Buffer event(String head, byte[] json) {
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    return Buffer.buffer(start.length + json.length + END.length)
        .appendBytes(start)
        .appendBytes(json)
        .appendBytes(END);
  }
}
