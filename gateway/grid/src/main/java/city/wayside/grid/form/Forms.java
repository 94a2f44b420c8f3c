package city.wayside.grid.form;

import com.hazelcast.config.CompactSerializationConfig;

/// All stored forms, and the names of the fields that queries use.
public final class Forms {

  /// Latitude of a station, degrees.
  public static final String LAT_DEG = "latDeg";

  /// Longitude of a station, degrees.
  public static final String LON_DEG = "lonDeg";

  /// Start of the window of a tally or record, milliseconds since 1970.
  public static final String WINDOW_START_MS = "windowStartMs";

  /// Lowest latitude of an event, degrees; above the highest one when it is nowhere.
  public static final String SOUTH_DEG = "southDeg";

  /// Highest latitude of an event, degrees.
  public static final String NORTH_DEG = "northDeg";

  /// Lowest longitude of an event, degrees.
  public static final String WEST_DEG = "westDeg";

  /// Highest longitude of an event, degrees.
  public static final String EAST_DEG = "eastDeg";

  /// Until when something holds, milliseconds since 1970.
  public static final String UNTIL_MS = "untilMs";

  /// Whether an event goes on, or was ended.
  public static final String IS_ENDED = "isEnded";

  /// What a client may show of its credentials.
  public static final String SHOWN = "shown";

  private Forms() {}

  /// Makes a member or client know every stored form.
  public static void register(CompactSerializationConfig config) {
    config
        .addSerializer(new StationForm())
        .addSerializer(new TallyKeyForm())
        .addSerializer(new TallyForm())
        .addSerializer(new ZoneCountsForm())
        .addSerializer(new PaceForm())
        .addSerializer(new CountedPlaceForm())
        .addSerializer(new ChunkKeyForm())
        .addSerializer(new TrafficChunkForm())
        .addSerializer(new ClosedWindowForm())
        .addSerializer(new StoredChangeForm())
        .addSerializer(new DownMessageForm())
        .addSerializer(new SessionMovedForm())
        .addSerializer(new StoredMessageForm())
        .addSerializer(new StoredSessionForm())
        .addSerializer(new EventKeyForm())
        .addSerializer(new RoadEventForm())
        .addSerializer(new ClientForm())
        .addSerializer(new ClientFiguresForm())
        .addSerializer(new RefusalForm());
  }
}
