package city.wayside.road.source;

import city.wayside.road.network.Level;
import city.wayside.road.network.SegmentDraft;
import city.wayside.road.network.TurnBans;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One feature of a GeoJSON network while it is read; reused from feature to feature. Whatever is
/// wrong with it is an [IllegalArgumentException] that names field, value and what is allowed.
final class GeoJsonFeature {

  private static final String LINE = "LineString";
  private static final int VALUE_SHOWN_MAX = 40;

  /// How many ids one list of turns may have.
  private static final int TEXTS_MAX = 1000;

  private String id = "";
  private String name = "";
  private String roadClass = "";
  private double lengthM;
  private double speedLimitMps;
  private int lanes;
  private @Nullable String fromNode;
  private @Nullable String toNode;
  private String geometryType = "";
  private double[] latDeg = new double[16];
  private double[] lonDeg = new double[16];
  private int points;
  private int layer;
  private boolean isBridge;
  private boolean isTunnel;
  private final List<List<String>> bannedWays = new ArrayList<>();

  /// The feature's id as far as it was read; empty before.
  String id() {
    return id;
  }

  /// What may not be driven after this segment: each a way of one segment or more.
  List<List<String>> bannedWays() {
    return bannedWays;
  }

  /// True when a coordinate is no number or lies nowhere on earth.
  boolean hasImpossibleCoordinates() {
    for (int i = 0; i < points; i++) {
      if (!isOnEarth(latDeg[i], lonDeg[i])) {
        return true;
      }
    }
    return false;
  }

  /// True when all coordinates would be possible with latitude and longitude exchanged.
  boolean wouldBePossibleExchanged() {
    for (int i = 0; i < points; i++) {
      if (!isOnEarth(lonDeg[i], latDeg[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOnEarth(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  SegmentDraft toDraft() {
    if (!geometryType.equals(LINE)) {
      throw new IllegalArgumentException(
          "geometry of type \"" + geometryType + "\": allowed is " + LINE);
    }
    return new SegmentDraft(
        id,
        name,
        roadClass,
        lengthM,
        speedLimitMps,
        lanes,
        fromNode,
        toNode,
        Arrays.copyOf(latDeg, points),
        Arrays.copyOf(lonDeg, points),
        new Level(layer, isBridge, isTunnel));
  }

  /// Reads the feature that begins at the parser's token.
  void read(JsonParser json) throws IOException {
    clear();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no object: allowed is a Feature, {...}");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (member.equals("properties") && value == JsonToken.START_OBJECT) {
        readProperties(json);
      } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
        readGeometry(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void clear() {
    id = "";
    name = "";
    roadClass = "";
    lengthM = Double.NaN;
    speedLimitMps = Double.NaN;
    lanes = 0;
    fromNode = null;
    toNode = null;
    geometryType = "";
    points = 0;
    layer = 0;
    isBridge = false;
    isTunnel = false;
    bannedWays.clear();
  }

  private void readProperties(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String property = json.currentName();
      boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
      switch (property) {
        case "id" -> id = text(json, property);
        case "name" -> name = isNull ? "" : text(json, property);
        case "road_class" -> roadClass = isNull ? "" : text(json, property);
        case "from_node" -> fromNode = isNull ? null : text(json, property);
        case "to_node" -> toNode = isNull ? null : text(json, property);
        case "length_m" -> lengthM = isNull ? Double.NaN : number(json, property);
        case "speed_limit_mps" -> speedLimitMps = isNull ? Double.NaN : number(json, property);
        case "lanes" -> lanes = isNull ? 0 : whole(json, property);
        case "layer" -> layer = isNull ? 0 : whole(json, property);
        case "bridge" -> isBridge = !isNull && flag(json, property);
        case "tunnel" -> isTunnel = !isNull && flag(json, property);
        case "no_turn_to" -> readTurns(json, property);
        case "no_turn_via" -> readWays(json, property);
        default -> json.skipChildren();
      }
    }
  }

  /// The ids of segments that may not follow.
  private void readTurns(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      for (String next : texts(json, field)) {
        bannedWays.add(List.of(next));
      }
    }
  }

  /// Lists of ids: segments that may not follow one after the other.
  private void readWays(JsonParser json, String field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(json, field, "an array of arrays of ids");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      List<String> way = texts(json, field);
      if (way.size() < 2 || way.size() >= TurnBans.LENGTH_MAX) {
        throw new IllegalArgumentException(
            field + " of " + way.size() + " ids: allowed is 2 to " + (TurnBans.LENGTH_MAX - 1));
      }
      bannedWays.add(way);
    }
  }

  private static List<String> texts(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(json, field, "an array of ids");
    }
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (texts.size() == TEXTS_MAX) {
        throw new IllegalArgumentException(
            field + " with more ids than allowed: at most " + TEXTS_MAX);
      }
      texts.add(text(json, field));
    }
    return texts;
  }

  private void readGeometry(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (member.equals("type") && value == JsonToken.VALUE_STRING) {
        geometryType = json.getText();
      } else if (member.equals("coordinates") && isLineSoFar()) {
        readCoordinates(json);
      } else {
        json.skipChildren();
      }
    }
  }

  /// False only when the type came first and is another one: its coordinates have another shape.
  private boolean isLineSoFar() {
    return geometryType.isEmpty() || geometryType.equals(LINE);
  }

  private void readCoordinates(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(json, "coordinates", "an array of positions");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw wrong(json, "coordinates", "an array of positions, [longitude, latitude]");
      }
      json.nextToken();
      double lon = coordinate(json, "longitude");
      json.nextToken();
      double lat = coordinate(json, "latitude");
      while (json.nextToken() != JsonToken.END_ARRAY) {
        // Height and whatever else follows is not used.
        json.skipChildren();
      }
      addPoint(lat, lon);
    }
  }

  private void addPoint(double lat, double lon) {
    if (points == SegmentDraft.POINTS_MAX) {
      throw new IllegalArgumentException(
          "coordinates with more points than allowed: at most " + SegmentDraft.POINTS_MAX);
    }
    if (points == latDeg.length) {
      latDeg = Arrays.copyOf(latDeg, points * 2);
      lonDeg = Arrays.copyOf(lonDeg, points * 2);
    }
    latDeg[points] = lat;
    lonDeg[points++] = lon;
  }

  private static String text(JsonParser json, String field) throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(json, field, "a text or a whole number");
    }
    return json.getText();
  }

  private static boolean flag(JsonParser json, String field) throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw wrong(json, field, "true or false");
    }
    return json.getBooleanValue();
  }

  /// Also what is no finite number, so that the segment can be left out and counted.
  private static double coordinate(JsonParser json, String field) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw wrong(json, field, "a number");
    }
    return json.getDoubleValue();
  }

  private static double number(JsonParser json, String field) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw wrong(json, field, "a number");
    }
    double value = json.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw wrong(json, field, "a finite number");
    }
    return value;
  }

  private static int whole(JsonParser json, String field) throws IOException {
    double value = number(json, field);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong(json, field, "a whole number");
    }
    return (int) value;
  }

  private static IllegalArgumentException wrong(JsonParser json, String field, String allowed)
      throws IOException {
    String value = json.getText();
    String shown =
        value.length() <= VALUE_SHOWN_MAX ? value : value.substring(0, VALUE_SHOWN_MAX) + "…";
    return new IllegalArgumentException(field + " " + shown + ": allowed is " + allowed);
  }
}
