package city.wayside.town.picture;

import java.util.Locale;

/// How the classes of roads are drawn, in the order in which they lie over one another.
enum RoadStyle {
  OTHER("#9a9a9a", 1.0),
  SERVICE("#b9b4ac", 0.8),
  RESIDENTIAL("#7d8794", 1.1),
  UNCLASSIFIED("#5f6d7c", 1.2),
  TERTIARY("#3d8b57", 1.6),
  SECONDARY("#c9a100", 2.0),
  PRIMARY("#e0731d", 2.4),
  TRUNK("#cf3f34", 2.8),
  MOTORWAY("#8d2f8f", 3.2);

  private static final String LINK = "_link";

  private final String colour;
  private final double widthPx;

  RoadStyle(String colour, double widthPx) {
    this.colour = colour;
    this.widthPx = widthPx;
  }

  Sheet.Pen pen() {
    return new Sheet.Pen(colour, widthPx);
  }

  /// The class in words.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The style of a class in OpenStreetMap's words. Where several are named, as some tools do, the
  /// largest; ramps are drawn like what they lead to.
  static RoadStyle of(String roadClass) {
    RoadStyle largest = OTHER;
    for (String word : roadClass.split("[^a-z_]+")) {
      RoadStyle style = ofWord(word);
      largest = style.compareTo(largest) > 0 ? style : largest;
    }
    return largest;
  }

  private static RoadStyle ofWord(String word) {
    String plain = word.endsWith(LINK) ? word.substring(0, word.length() - LINK.length()) : word;
    return switch (plain) {
      case "motorway" -> MOTORWAY;
      case "trunk" -> TRUNK;
      case "primary" -> PRIMARY;
      case "secondary" -> SECONDARY;
      case "tertiary" -> TERTIARY;
      case "unclassified", "road" -> UNCLASSIFIED;
      case "residential", "living_street" -> RESIDENTIAL;
      case "service", "busway" -> SERVICE;
      default -> OTHER;
    };
  }
}
