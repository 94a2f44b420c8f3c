package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Reads a road network from whatever file it is in.
///
/// A field that cannot be what it should be refuses the whole file, by name and with what is wrong:
/// a network with a silent hole would give silently wrong traffic. What is well-formed but cannot
/// be driven on (no length, twice there, nowhere on earth) is left out, and the network's oddities
/// say so.
public final class NetworkSource {

  /// How large a file may be, and what it unpacks to.
  public static final long FILE_BYTES_MAX = 8L << 30;

  private static final String GZIP = ".gz";
  private static final int BUFFER_BYTES = 1 << 16;

  private NetworkSource() {}

  private interface Format {
    RoadNetwork read(String fileName, InputStream content) throws IOException, NetworkException;
  }

  /// Reads a network: `.geojson`, `.json`, `.osm`, `.osm.pbf`, or any of them with `.gz`.
  ///
  /// @throws NetworkException when the file is missing, unreadable or no road network
  public static RoadNetwork read(Path file) throws NetworkException {
    String fileName = String.valueOf(file.getFileName());
    Format format = format(file, fileName);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new NetworkException(file + ": there is no such file, or it may not be read");
    }
    try (InputStream content = open(file, fileName)) {
      return format.read(fileName, content);
    } catch (IOException unreadable) {
      throw new NetworkException(fileName + ": unreadable: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Format format(Path file, String fileName) throws NetworkException {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    if (plain.endsWith(".geojson") || plain.endsWith(".json")) {
      return GeoJsonSource::read;
    }
    if (plain.endsWith(".pbf")) {
      return OsmPbfSource::read;
    }
    if (plain.endsWith(".osm")) {
      return OsmXmlSource::read;
    }
    throw new NetworkException(
        file
            + ": unknown kind of network: allowed is a name that ends in .geojson, .json, .osm or"
            + " .osm.pbf, each also with .gz");
  }

  private static InputStream open(Path file, String fileName) throws IOException, NetworkException {
    long sizeBytes = Files.size(file);
    if (sizeBytes > FILE_BYTES_MAX) {
      throw new NetworkException(
          fileName + ": " + sizeBytes + " bytes: allowed is at most " + FILE_BYTES_MAX);
    }
    InputStream raw = Files.newInputStream(file);
    try {
      InputStream content =
          fileName.toLowerCase(Locale.ROOT).endsWith(GZIP)
              ? new GZIPInputStream(raw, BUFFER_BYTES)
              : raw;
      return new BufferedInputStream(new LimitedInputStream(content, FILE_BYTES_MAX), BUFFER_BYTES);
    } catch (IOException notGzip) {
      raw.close();
      throw notGzip;
    }
  }
}
