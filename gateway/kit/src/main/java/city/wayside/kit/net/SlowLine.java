package city.wayside.kit.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A slow line as a program of its own, where the kernel has none to offer: what comes to one
/// address goes on to another some time later, and back. Until it is ended.
public final class SlowLine {

  private SlowLine() {}

  /// Starts it.
  ///
  /// @param args where clients send to as `host:port`, where it goes, and how long each datagram
  ///   takes, one way, in milliseconds
  /// @throws IOException when there is no socket
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: SlowLine host:port host:port milliseconds");
    }
    int delayMs = Integer.parseInt(args[2]);
    try (UdpLink line = new UdpLink(address(args[0]), List.of(address(args[1])))) {
      line.become(new UdpLink.Quality(UdpLink.Quality.GOOD.loss(), delayMs));
      new CountDownLatch(1).await();
    }
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
