package city.wayside.edge.access.token;

import java.io.IOException;

/// Where an issuer's keys come from. Blocks.
@FunctionalInterface
interface KeySource {

  /// The key set as JSON, at most [KeySet#BYTES_MAX] bytes.
  ///
  /// @throws IOException saying why there is none
  byte[] read() throws IOException, InterruptedException;
}
