package city.wayside.server.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.InstantSource;
import java.util.Set;

/// One open stream: what it wants, how far it is, and what still waits to be taken. Event loop.
final class StreamClient {

  private final HttpServerResponse response;
  private final Set<String> events;
  private final InstantSource clock;
  private long cursor = -1;
  private boolean live;
  private boolean closed;
  private long waitingBytes;
  private long progressMs;

  StreamClient(HttpServerResponse response, Set<String> events, InstantSource clock) {
    this.response = response;
    this.events = events;
    this.clock = clock;
  }

  boolean wants(String event) {
    return events.contains(event);
  }

  /// The newest change that it has, or -1.
  long cursor() {
    return cursor;
  }

  void moveTo(long newCursor) {
    cursor = newCursor;
  }

  /// True when it gets what is new; false while it is given what it missed.
  boolean isLive() {
    return live;
  }

  void goLive() {
    live = true;
  }

  boolean isClosed() {
    return closed;
  }

  /// Bytes that were written and not yet taken by the network.
  long waitingBytes() {
    return waitingBytes;
  }

  /// True when bytes have waited for so long without any being taken.
  boolean isStalled(long stallMs) {
    return waitingBytes > 0 && clock.millis() - progressMs > stallMs;
  }

  /// Writes an event; done when the network has taken it.
  Future<Void> write(Buffer text) {
    if (waitingBytes == 0) {
      progressMs = clock.millis();
    }
    waitingBytes += text.length();
    return response
        .write(text)
        .onComplete(written -> {
          waitingBytes -= text.length();
          progressMs = clock.millis();
        });
  }

  /// Ends it in good order.
  void end() {
    if (!closed) {
      closed = true;
      response.end();
    }
  }

  /// Cuts it off; whatever waits is lost.
  void cut() {
    if (!closed) {
      closed = true;
      response.reset();
    }
  }

  /// The client has gone.
  void gone() {
    closed = true;
  }
}
