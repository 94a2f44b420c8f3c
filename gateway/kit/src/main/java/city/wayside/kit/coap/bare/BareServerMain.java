package city.wayside.kit.coap.bare;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// [BareServer] as a process: `BareServerMain PORT SECURED_PORT COUNT_PORT`. Who connects to the
/// count port over TCP is told how many messages were taken; it listens once the server does.
public final class BareServerMain {

  private BareServerMain() {}

  /// Runs until the process is ended.
  public static void main(String[] ports) throws IOException {
    BareServer server = new BareServer(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    server.start();
    try (ServerSocket counts =
        new ServerSocket(Integer.parseInt(ports[2]), 0, InetAddress.getLoopbackAddress())) {
      while (!Thread.currentThread().isInterrupted()) {
        try (Socket asking = counts.accept()) {
          byte[] text = String.valueOf(server.taken()).getBytes(StandardCharsets.US_ASCII);
          asking.getOutputStream().write(text);
        } catch (IOException _) {
          // Who asks may be gone before it is told.
        }
      }
    }
  }
}
