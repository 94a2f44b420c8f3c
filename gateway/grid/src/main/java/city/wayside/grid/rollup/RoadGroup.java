package city.wayside.grid.rollup;

/// Kinds of road on which the share of vehicles that report is taken to be alike.
enum RoadGroup {
  /// Motorways and trunk roads.
  MAJOR,
  /// Primary and secondary roads.
  MAIN,
  /// All others, and those of unknown class.
  LOCAL;

  private static final String LINK = "_link";

  /// The group of a class in OpenStreetMap's words; a slip road is of its road's group.
  static RoadGroup of(String roadClass) {
    return switch (withoutLink(roadClass)) {
      case "motorway", "trunk" -> MAJOR;
      case "primary", "secondary" -> MAIN;
      default -> LOCAL;
    };
  }

  /// The class of the road that a slip road belongs to; any other class as it is.
  static String withoutLink(String roadClass) {
    return roadClass.endsWith(LINK)
        ? roadClass.substring(0, roadClass.length() - LINK.length())
        : roadClass;
  }
}
