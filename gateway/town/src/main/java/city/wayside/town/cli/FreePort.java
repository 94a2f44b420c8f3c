package city.wayside.town.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Looks whether a port is free before anything is started, so that the message can name the
/// option.
final class FreePort {

  private FreePort() {}

  /// Refuses a port that is in use.
  ///
  /// @param port the port; 0 is always free
  /// @param what what would listen there
  /// @param option the option that chooses another
  static void require(String host, int port, String what, String option) throws CommandFailed {
    if (!isFree(host, port)) {
      throw CommandFailed.failed(
          "port "
              + port
              + " for "
              + what
              + " is in use; stop what listens there, or choose another with "
              + option
              + " (0 takes any that is free)");
    }
  }

  /// A port if it is free, else 0, which takes any that is.
  static int orAny(String host, int port) {
    return isFree(host, port) ? port : 0;
  }

  /// A UDP port if it is free, else 0, which takes any that is.
  static int orAnyUdp(String host, int port) {
    try (DatagramSocket _ = new DatagramSocket(port, InetAddress.getByName(host))) {
      return port;
    } catch (IOException _) {
      return 0;
    }
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
