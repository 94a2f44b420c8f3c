package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a `FeatureCollection` of `LineString`s in driving direction (RFC 7946), feature by
/// feature, so that memory holds the network and not the file.
final class GeoJsonSource {

  private static final Logger LOG = LoggerFactory.getLogger(GeoJsonSource.class);

  private final String fileName;
  private final RoadNetworkBuilder network = new RoadNetworkBuilder();
  private int pointlike;
  private boolean hasFeatures;
  private String type = "";

  private GeoJsonSource(String fileName) {
    this.fileName = fileName;
  }

  static RoadNetwork read(String fileName, InputStream content)
      throws IOException, NetworkException {
    return new GeoJsonSource(fileName).read(content);
  }

  private RoadNetwork read(InputStream content) throws IOException, NetworkException {
    try (JsonParser json = new JsonFactory().createParser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new NetworkException(fileName + ": no GeoJSON: allowed is one object, {...}");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readMember(json, json.currentName());
      }
    } catch (StreamReadException malformed) {
      throw new NetworkException(
          fileName
              + ": line "
              + malformed.getLocation().getLineNr()
              + ", column "
              + malformed.getLocation().getColumnNr()
              + ": no JSON: "
              + malformed.getOriginalMessage(),
          malformed);
    }
    if (!type.equals("FeatureCollection") || !hasFeatures) {
      throw new NetworkException(
          fileName
              + ": type \""
              + type
              + "\""
              + (hasFeatures ? "" : " without features")
              + ": allowed is a FeatureCollection with features");
    }
    if (pointlike > 0) {
      LOG.warn("{}: {} features have no length and were left out", fileName, pointlike);
    }
    try {
      return network.build();
    } catch (IllegalArgumentException refused) {
      throw new NetworkException(fileName + ": " + refused.getMessage(), refused);
    }
  }

  private void readMember(JsonParser json, String member) throws IOException, NetworkException {
    JsonToken value = json.nextToken();
    if (member.equals("type") && value == JsonToken.VALUE_STRING) {
      type = json.getText();
    } else if (member.equals("features")) {
      if (value != JsonToken.START_ARRAY) {
        throw new NetworkException(fileName + ": features: allowed is an array");
      }
      hasFeatures = true;
      readFeatures(json);
    } else {
      json.skipChildren();
    }
  }

  private void readFeatures(JsonParser json) throws IOException, NetworkException {
    GeoJsonFeature feature = new GeoJsonFeature();
    for (int number = 1; json.nextToken() != JsonToken.END_ARRAY; number++) {
      int line = json.currentTokenLocation().getLineNr();
      try {
        feature.read(json);
        if (!network.add(feature.toDraft())) {
          pointlike++;
        }
      } catch (IllegalArgumentException refused) {
        throw new NetworkException(
            fileName
                + ": feature "
                + number
                + (feature.id().isEmpty() ? "" : " \"" + feature.id() + "\"")
                + " (line "
                + line
                + "): "
                + refused.getMessage(),
            refused);
      }
    }
  }
}
