package city.wayside.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads one stream line by line, as a browser would.
final class EventReader implements AutoCloseable {

  private final BufferedReader lines;
  private @Nullable String id;
  private String data = "";

  private EventReader(BufferedReader lines) {
    this.lines = lines;
  }

  static EventReader open(RunningServer server, String query, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        server.client.send(
            server.request("GET", "/api/v1/stream" + query, headers), BodyHandlers.ofInputStream());
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() != 200 || !type.equals("text/event-stream")) {
      throw new AssertionError(response.statusCode() + " " + type);
    }
    return new EventReader(
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
  }

  /// The next line; fails at the stream's end.
  String nextLine() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new AssertionError("the stream has ended");
    }
    return line;
  }

  /// Reads up to the end of the next event of a kind; returns its data.
  String next(String event) throws IOException {
    String kind = "";
    id = null;
    while (true) {
      String line = nextLine();
      if (line.startsWith("event: ")) {
        kind = line.substring(7);
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && kind.equals(event)) {
        return data;
      } else if (line.isEmpty()) {
        kind = "";
        id = null;
      }
    }
  }

  /// True when an event of the kind has come already; does not wait.
  boolean has(String event) throws IOException {
    while (lines.ready()) {
      if (nextLine().equals("event: " + event)) {
        return true;
      }
    }
    return false;
  }

  /// The id of the event that was read last, or nothing.
  @Nullable String lastId() {
    return id;
  }

  /// The data of the event that was read last.
  String lastData() {
    return data;
  }

  /// Whatever comes until the stream ends.
  String rest() throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      rest.append(line).append('\n');
    }
    return rest.toString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
