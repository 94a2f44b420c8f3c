package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.wayside.edge.rig.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What clients of others send over CoAP, in files, for their programs read files.
final class CoapPeer {

  private CoapPeer() {}

  /// A file with these bytes.
  static String file(Path folder, byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "payload", ""), bytes).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// A batch with good probes of so many stations.
  static byte[] batch(Server server, int stations) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (int number = 0; number < stations; number++) {
      // In a batch a probe says itself of which station it is.
      long station = server.freshStation();
      String probe =
          new String(server.probe(station), UTF_8)
              .replaceFirst("\\{", "{\"station\":%d,".formatted(station));
      byte[] payload = probe.getBytes(UTF_8);
      batch.write("probe".length());
      batch.writeBytes("probe".getBytes(UTF_8));
      batch.write(payload.length >> 8);
      batch.write(payload.length);
      batch.writeBytes(payload);
    }
    return batch.toByteArray();
  }
}
