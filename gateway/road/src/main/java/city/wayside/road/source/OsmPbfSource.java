package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import java.io.InputStream;

final class OsmPbfSource {

  private OsmPbfSource() {}

  static RoadNetwork read(String fileName, InputStream content) throws NetworkException {
    throw new NetworkException(fileName + ": OpenStreetMap XML is not read yet " + content);
  }
}
