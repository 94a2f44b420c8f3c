package city.wayside.model.area;

import java.util.Optional;

/// A tile of the world's map in Web Mercator, named by one digit a zoom level: 0 is the north-west
/// quarter of the tile above, 1 the north-east, 2 the south-west, 3 the south-east. Each tile's
/// name begins with the names of all tiles that it lies in.
///
/// A tile of zoom 15 is about a kilometre wide at the latitudes of Europe, one of zoom 22 about six
/// metres.
///
/// @param digitsCode the digits in order, two bits each, the last one in the lowest bits
/// @param digitsCount how many digits, which is the zoom: 1 to [#ZOOM_MAX]
public record Quadkey(long digitsCode, int digitsCount) {

  /// The smallest tiles that have a name here.
  public static final int ZOOM_MAX = 22;

  /// Where the map ends, north and south: its height is then its width.
  public static final double LATITUDE_DEG_MAX = 85.05112877980659;

  /// Where the bits of the column stand in the digits; those of the row stand beside them.
  private static final long COLUMN_BITS = 0x5555_5555_5555_5555L;

  /// Refuses what is no tile.
  public Quadkey {
    if (digitsCount < 1 || digitsCount > ZOOM_MAX) {
      throw new IllegalArgumentException("a quadkey of " + digitsCount + " digits");
    }
    if (digitsCode >>> (2 * digitsCount) != 0) {
      throw new IllegalArgumentException(digitsCode + " has more than " + digitsCount + " digits");
    }
  }

  /// The tile that a position lies in. On a border it is the tile to the east and to the south;
  /// positions beyond the map's end lie in the outermost tile.
  ///
  /// @param latDeg latitude, -90 to 90
  /// @param lonDeg longitude, -180 to 180
  /// @param zoom 1 to [#ZOOM_MAX]
  public static Quadkey of(double latDeg, double lonDeg, int zoom) {
    if (!new GeoPoint(latDeg, lonDeg).isPosition()) {
      throw new IllegalArgumentException("no position: " + latDeg + " " + lonDeg);
    }
    double mapLatDeg = Math.clamp(latDeg, -LATITUDE_DEG_MAX, LATITUDE_DEG_MAX);
    double sine = Math.sin(Math.toRadians(mapLatDeg));
    double south = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    double east = (lonDeg + 180) / 360;
    return new Quadkey(interleaved(tile(east, zoom), tile(south, zoom)), zoom);
  }

  /// The tile of a name; empty when the text is none.
  public static Optional<Quadkey> ofDigits(String digits) {
    if (digits.isEmpty() || digits.length() > ZOOM_MAX) {
      return Optional.empty();
    }
    long code = 0;
    for (int at = 0; at < digits.length(); at++) {
      int digit = digits.charAt(at) - '0';
      if (digit < 0 || digit > 3) {
        return Optional.empty();
      }
      code = (code << 2) | digit;
    }
    return Optional.of(new Quadkey(code, digits.length()));
  }

  /// How small the tile is, 1 to [#ZOOM_MAX]: 1 is a quarter of the world.
  public int zoom() {
    return digitsCount;
  }

  /// The name, such as `120203`.
  public String digits() {
    StringBuilder text = new StringBuilder(digitsCount);
    for (int place = 0; place < digitsCount; place++) {
      text.append(digit(place));
    }
    return text.toString();
  }

  /// The name as levels of a topic, such as `1/2/0/2/0/3`.
  public String levels() {
    StringBuilder text = new StringBuilder(2 * digitsCount);
    for (int place = 0; place < digitsCount; place++) {
      text.append(digit(place)).append('/');
    }
    text.setLength(2 * digitsCount - 1);
    return text.toString();
  }

  /// True when the other tile is this one or lies in it.
  public boolean contains(Quadkey other) {
    int deeper = other.digitsCount - digitsCount;
    return deeper >= 0 && other.digitsCode >>> (2 * deeper) == digitsCode;
  }

  /// What the tile covers.
  public BoundingBox box() {
    long column = Long.compress(digitsCode, COLUMN_BITS);
    long row = Long.compress(digitsCode, COLUMN_BITS << 1);
    return new BoundingBox(latDeg(row + 1), lonDeg(column), latDeg(row), lonDeg(column + 1));
  }

  @Override
  public String toString() {
    return digits();
  }

  private char digit(int place) {
    return (char) ('0' + ((digitsCode >>> (2 * (digitsCount - 1 - place))) & 3));
  }

  private double lonDeg(long column) {
    return 360.0 * column / (1L << digitsCount) - 180;
  }

  private double latDeg(long row) {
    double south = (double) row / (1L << digitsCount);
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * south))));
  }

  /// @param share how far along the map's width or height, 0 to 1
  private static long tile(double share, int zoom) {
    long tiles = 1L << zoom;
    return Math.clamp((long) (share * tiles), 0, tiles - 1);
  }

  private static long interleaved(long column, long row) {
    return Long.expand(column, COLUMN_BITS) | Long.expand(row, COLUMN_BITS << 1);
  }
}
