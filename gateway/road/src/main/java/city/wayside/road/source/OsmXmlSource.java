package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import java.io.InputStream;

final class OsmXmlSource {

  private OsmXmlSource() {}

  static RoadNetwork read(String fileName, InputStream content) throws NetworkException {
    throw new NetworkException(fileName + ": OpenStreetMap XML is not read yet " + content);
  }
}
