package city.wayside.town.bench.network;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// An invented city: streets between the crossings of a crooked grid, each driven in both
/// directions, with ids as long as those of OpenStreetMap ways and two to six points each. The same
/// seed gives the same city.
///
/// @param segments how many directed segments
/// @param seed decides where crossings and streets lie
record GridCity(int segments, long seed) {

  private static final double SOUTH_DEG = 50;
  private static final double WEST_DEG = 10;
  private static final double BLOCK_DEG = 0.0015;
  private static final double CROOKED = 0.3;
  private static final int BENDS_MAX = 4;
  private static final long FIRST_NODE = 1_000_000_000L;
  private static final long FIRST_WAY = 10_000_000L;
  private static final String[] CLASSES = {"residential", "tertiary", "secondary", "primary"};
  private static final double[] LIMITS_MPS = {8.333, 13.889, 13.889, 19.444};

  /// Writes the city as GeoJSON.
  void write(Path file) throws IOException {
    int side = (int) Math.ceil((1 + Math.sqrt(1 + segments)) / 2);
    RandomGenerator dice = new SplittableRandom(seed);
    double[] latDeg = new double[side * side];
    double[] lonDeg = new double[side * side];
    for (int i = 0; i < latDeg.length; i++) {
      int row = i / side;
      int column = i % side;
      latDeg[i] = SOUTH_DEG + BLOCK_DEG * (row + CROOKED * dice.nextDouble());
      lonDeg[i] = WEST_DEG + BLOCK_DEG * (column + CROOKED * dice.nextDouble());
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      int left = segments;
      for (int i = 0; i < latDeg.length; i++) {
        left -= i % side + 1 < side ? street(json, i, i + 1, latDeg, lonDeg, left, dice) : 0;
        left -= i / side + 1 < side ? street(json, i, i + side, latDeg, lonDeg, left, dice) : 0;
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /// Writes both directions of a street, as far as segments are left.
  ///
  /// @return how many segments were written
  private static int street(
      JsonGenerator json,
      int from,
      int to,
      double[] latDeg,
      double[] lonDeg,
      int left,
      RandomGenerator dice)
      throws IOException {
    int points = 2 + dice.nextInt(BENDS_MAX + 1);
    double[] lat = new double[points];
    double[] lon = new double[points];
    for (int i = 0; i < points; i++) {
      double share = i / (points - 1.0);
      double bend = i == 0 || i == points - 1 ? 0 : BLOCK_DEG * 0.05 * dice.nextDouble();
      lat[i] = latDeg[from] + share * (latDeg[to] - latDeg[from]) + bend;
      lon[i] = lonDeg[from] + share * (lonDeg[to] - lonDeg[from]) + bend;
    }
    int kind = dice.nextInt(CLASSES.length);
    long way = FIRST_WAY + 2L * from + (to == from + 1 ? 0 : 1);
    String id = way + ":" + (FIRST_NODE + from) + "-" + (FIRST_NODE + to);
    // A street goes on behind a crossing, for ten blocks in the mean.
    String name = (to == from + 1 ? "Avenue " : "Street ") + (from / 10);
    if (left > 0) {
      segment(json, id + ":f", name, kind, FIRST_NODE + from, FIRST_NODE + to, lat, lon);
    }
    if (left > 1) {
      segment(
          json,
          id + ":b",
          name,
          kind,
          FIRST_NODE + to,
          FIRST_NODE + from,
          turned(lat),
          turned(lon));
    }
    return Math.clamp(left, 0, 2);
  }

  private static double[] turned(double[] values) {
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }

  private static void segment(
      JsonGenerator json,
      String id,
      String name,
      int kind,
      long from,
      long to,
      double[] lat,
      double[] lon)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeStringField("id", id);
    json.writeNumberField("speed_limit_mps", LIMITS_MPS[kind]);
    json.writeNumberField("lanes", 1 + kind / 2);
    json.writeStringField("road_class", CLASSES[kind]);
    json.writeStringField("name", name);
    json.writeStringField("from_node", "n" + from);
    json.writeStringField("to_node", "n" + to);
    json.writeEndObject();
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "LineString");
    json.writeArrayFieldStart("coordinates");
    for (int i = 0; i < lat.length; i++) {
      json.writeStartArray();
      json.writeNumber(BigDecimal.valueOf(Math.round(lon[i] * 1e7), 7));
      json.writeNumber(BigDecimal.valueOf(Math.round(lat[i] * 1e7), 7));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }
}
