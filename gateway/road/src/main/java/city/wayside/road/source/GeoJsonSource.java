package city.wayside.road.source;

import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads a `FeatureCollection` of `LineString`s in driving direction (RFC 7946), feature by
/// feature, so that memory holds the network and not the file.
final class GeoJsonSource {

  /// Also `NaN` and `Infinity`, which some programs write: such segments are left out and counted.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final String fileName;
  private final RoadNetworkBuilder network = new RoadNetworkBuilder();
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
    try (JsonParser json = JSON.createParser(content)) {
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
    } else if (member.equals("map_date") && value == JsonToken.VALUE_STRING) {
      network.setMapDate(MapDate.parsed(json.getText()));
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
        add(feature);
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

  private void add(GeoJsonFeature feature) {
    if (!feature.id().isEmpty() && feature.hasImpossibleCoordinates()) {
      network.leaveOut(Oddity.COORDINATES_IMPOSSIBLE, feature.id());
      if (feature.wouldBePossibleExchanged()) {
        network.note(Oddity.COORDINATES_SWAPPED, feature.id());
      }
      return;
    }
    if (network.add(feature.toDraft())) {
      for (List<String> banned : feature.bannedWays()) {
        List<String> way = new ArrayList<>(banned);
        way.addFirst(feature.id());
        network.ban(way);
      }
    }
  }
}
