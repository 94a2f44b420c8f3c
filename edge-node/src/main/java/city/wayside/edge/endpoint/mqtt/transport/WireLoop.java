package city.wayside.edge.endpoint.mqtt.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the wires of one event loop share: the place where bytes are parsed, and the list of those
/// that have something to send. An idle connection owns no buffer.
public final class WireLoop {

  private static final int SCRATCH_BYTES_AT_FIRST = 64 * 1024;

  private final long assemblyBytesMax;
  private final List<SocketWire> unsent = new ArrayList<>();
  private byte[] scratch = new byte[SCRATCH_BYTES_AT_FIRST];
  private long assemblyBytes;

  /// A loop without wires.
  ///
  /// @param assemblyBytesMax how many bytes of incomplete packets all its wires may hold
  public WireLoop(long assemblyBytesMax) {
    this.assemblyBytesMax = assemblyBytesMax;
  }

  /// Sends what was written in this turn.
  public void sendAll() {
    // Sending can fail, and a failure can end connections, which may write again.
    for (int i = 0; i < unsent.size(); i++) {
      unsent.get(i).send();
    }
    unsent.clear();
  }

  void hasUnsent(SocketWire wire) {
    unsent.add(wire);
  }

  /// Room for so many bytes, until the next call.
  byte[] scratch(int bytes) {
    if (scratch.length < bytes) {
      scratch = new byte[Integer.highestOneBit(bytes) << 1];
    }
    return scratch;
  }

  /// Accounts for bytes of incomplete packets.
  ///
  /// @return false when there are too many
  boolean assembles(int bytes) {
    assemblyBytes += bytes;
    return assemblyBytes <= assemblyBytesMax;
  }

  static byte[] grown(byte[] array, int bytesNeeded) {
    return array.length >= bytesNeeded
        ? array
        : Arrays.copyOf(array, Math.max(bytesNeeded, array.length + (array.length >> 1)));
  }
}
