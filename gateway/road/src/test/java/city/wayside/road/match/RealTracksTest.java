package city.wayside.road.match;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.SharedData;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Real tracks, positions and times alone, against the ways that were driven (Kubicka et al., IEEE
/// IV 2015).
class RealTracksTest {

  private static final int HEADER_BYTES = 512;

  /// The files of an archive, by name: ustar (IEEE 1003.1), as far as it is needed.
  private static Map<String, String> files() throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(SharedData.folder("real-gps").resolve("tracks.tar.gz")))) {
      byte[] header = in.readNBytes(HEADER_BYTES);
      while (header.length == HEADER_BYTES && header[0] != 0) {
        String name = text(header, 0, 100);
        int bytes = Integer.parseInt(text(header, 124, 12).strip(), 8);
        files.put(
            name.substring(name.lastIndexOf('/') + 1), new String(in.readNBytes(bytes), US_ASCII));
        in.skipNBytes(Math.floorMod(-bytes, HEADER_BYTES));
        header = in.readNBytes(HEADER_BYTES);
      }
    }
    return files;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, US_ASCII);
  }

  @Test
  void theWaysThatWereDrivenAreFound() throws Exception {
    Map<String, String> files = files();
    List<DrivenWay> ways = new ArrayList<>();
    for (String name : files.keySet()) {
      if (name.endsWith(".track")) {
        String track = name.substring(0, name.length() - ".track".length());
        ways.add(
            DrivenWay.match(
                files.getOrDefault(track + ".nodes", ""),
                files.getOrDefault(track + ".arcs", ""),
                files.getOrDefault(track + ".route", ""),
                files.getOrDefault(name, "")));
      }
    }

    assertThat(ways).hasSize(25);
    DrivenWay all = ways.stream().reduce(DrivenWay.NONE, DrivenWay::plus);
    assertThat(all.rightM() / all.foundM()).isGreaterThanOrEqualTo(0.97);
    assertThat(all.hitM() / all.trueM()).isGreaterThanOrEqualTo(0.97);
  }
}
