package city.wayside.town.place;

import city.wayside.model.area.GeoPoint;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One line of a file of places, as it stands there.
///
/// @param id the place's id
/// @param name its name; empty when it has none
/// @param segmentIds its segments; empty when it tells none
/// @param border its corners; empty when it tells none
record PlaceLine(String id, String name, List<String> segmentIds, List<GeoPoint> border) {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(4).maxNumberLength(32).build())
          .build();

  private static final String BBOX =
      "bbox is no box; allowed is [west, south, east, north] in degrees";
  private static final String POLYGON =
      "polygon is none; allowed is [[longitude, latitude], …] in degrees";

  /// The place of a line.
  ///
  /// @param shape the fields that may tell where it is
  /// @throws IllegalArgumentException naming the field, its value and what is allowed
  static PlaceLine read(String line, List<String> shape) {
    try (JsonParser json = JSON.createParser(line)) {
      return read(json, shape);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "it is no JSON at column %d (%s); allowed is one object {\"id\":…} a line"
              .formatted(e.getLocation().getColumnNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static PlaceLine read(JsonParser json, List<String> shape) throws IOException {
    String id = "";
    String name = "";
    List<String> segmentIds = List.of();
    List<GeoPoint> border = List.of();
    require(json.nextToken() == JsonToken.START_OBJECT, "it is no object {\"id\":…}");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      require(
          field.equals("id") || field.equals("name") || shape.contains(field),
          "\"%s\" is an unknown field; allowed are id, name, %s"
              .formatted(field, String.join(", ", shape)));
      json.nextToken();
      switch (field) {
        case "id" -> id = text(json, field);
        case "name" -> name = text(json, field);
        case "segments" -> segmentIds = texts(json);
        case "bbox" -> border = box(numbers(json, BBOX));
        default -> border = polygon(json);
      }
    }
    require(json.nextToken() == null, "something comes after the object; allowed is one a line");
    require(!id.isBlank(), "id is missing; allowed is a text");
    require(
        !segmentIds.isEmpty() || !border.isEmpty(),
        "%s is missing or empty".formatted(String.join(" or ", shape)));
    return new PlaceLine(id, name, segmentIds, border);
  }

  private static void require(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static String text(JsonParser json, String field) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_STRING, field + " is no text; allowed is one");
    return json.getText();
  }

  private static List<String> texts(JsonParser json) throws IOException {
    String allowed = "segments is no array of segment ids; allowed is [\"a\", \"b\"]";
    require(json.currentToken() == JsonToken.START_ARRAY, allowed);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.VALUE_STRING, allowed);
      texts.add(json.getText());
    }
    return texts;
  }

  private static List<Double> numbers(JsonParser json, String allowed) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, allowed);
    List<Double> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken().isNumeric(), allowed);
      numbers.add(json.getDoubleValue());
    }
    return numbers;
  }

  private static List<GeoPoint> box(List<Double> edges) {
    require(edges.size() == 4 && edges.get(0) < edges.get(2) && edges.get(1) < edges.get(3), BBOX);
    return List.of(
        new GeoPoint(edges.get(1), edges.get(0)),
        new GeoPoint(edges.get(1), edges.get(2)),
        new GeoPoint(edges.get(3), edges.get(2)),
        new GeoPoint(edges.get(3), edges.get(0)));
  }

  private static List<GeoPoint> polygon(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, POLYGON);
    List<GeoPoint> corners = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      List<Double> corner = numbers(json, POLYGON);
      require(corner.size() == 2, POLYGON);
      corners.add(new GeoPoint(corner.get(1), corner.get(0)));
    }
    return corners;
  }
}
