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

  private Forms() {}

  /// Makes a member or client know every stored form.
  public static void register(CompactSerializationConfig config) {
    config
        .addSerializer(new StationForm())
        .addSerializer(new TallyKeyForm())
        .addSerializer(new TallyForm())
        .addSerializer(new ChunkKeyForm())
        .addSerializer(new TrafficChunkForm())
        .addSerializer(new ClosedWindowForm())
        .addSerializer(new StoredChangeForm())
        .addSerializer(new ClientFiguresForm())
        .addSerializer(new RefusalForm());
  }
}
