package city.wayside.messages.json.itsclient;

/// How many elements the lists of a message may have: as many as the schemas allow, or as the ASN.1
/// modules do where a schema names no limit; and between which times a message may be made. What is
/// beyond is refused.
final class Limits {

  /// 2018-01-01T00:00:00Z, as in the schemas.
  static final long TIMESTAMP_MIN_MS = 1_514_764_800_000L;

  /// 2100-01-01T00:00:00Z. The schemas' 2028 is too near to be meant.
  static final long TIMESTAMP_MAX_MS = 4_102_444_800_000L;

  /// Characters of a sender's name (source_uuid); the schemas name no limit.
  static final int SOURCE_CHARS_MAX = 128;

  /// Characters of a name of a thing (DescriptiveName, SIZE(1..63)); the schemas name no limit.
  static final int NAME_CHARS_MAX = 63;

  /// Points of a path (Path, SIZE(0..40)).
  static final int PATH_POINTS_MAX = 40;

  /// Ways to an event (Traces, SIZE(1..7)).
  static final int TRACES_MAX = 7;

  /// Points of an event's zone (EventHistory, SIZE(1..23)); the schemas name no limit.
  static final int ZONE_POINTS_MAX = 23;

  /// Perceived objects of a CPM.
  static final int OBJECTS_MAX = 255;

  /// Classes that one perceived object may be of.
  static final int CLASSES_MAX = 8;

  /// Intersections of a SPATEM or MAPEM, requests of an SREM, answers of an SSEM.
  static final int INTERSECTIONS_MAX = 32;

  /// Words of a controller's state (IntersectionStatusObject, 16 bits).
  static final int STATUS_WORDS_MAX = 16;

  /// Signal groups of an intersection.
  static final int GROUPS_MAX = 255;

  /// Phases of a signal group.
  static final int PHASES_MAX = 16;

  /// Advised speeds of a phase.
  static final int SPEEDS_MAX = 16;

  /// Lanes of an intersection.
  static final int LANES_MAX = 255;

  /// Nodes of a lane (NodeSetXY, SIZE(2..63)).
  static final int NODES_MAX = 63;

  /// Connections of a lane.
  static final int CONNECTIONS_MAX = 16;

  private Limits() {}
}
