package city.wayside.kit.load;

import city.wayside.messages.translation.DenmWriter;
import city.wayside.messages.translation.Packed;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Report;
import java.util.List;

/// Warnings that vehicles give of what is where they are: hazardous location, obstacle on the road.
public final class Hazards {

  private static final EventCause OBSTACLE = new EventCause(10, 0);
  private static final int VALID_MS = 20_000;
  private static final int QUALITY = 3;
  private static final double RELEVANT_M = 500;
  private static final int SEQUENCE_BITS = 16;

  private Hazards() {}

  /// The DENM of a new event.
  ///
  /// @param where the vehicle is, and when
  /// @param sequence which event of that vehicle it is, 0 to 65,535
  public static byte[] denm(Report where, int sequence) {
    RoadEvent event =
        new RoadEvent(
            new EventKey(where.stationId(), sequence),
            OBSTACLE,
            RoadEvent.Termination.NONE,
            new EventTime(
                where.timeMs(), where.timeMs(), where.timeMs(), where.timeMs() + VALID_MS),
            new EventPlace(
                new GeoPoint(where.latDeg(), where.lonDeg()),
                Double.NaN,
                where.headingDeg(),
                Double.NaN,
                List.of(),
                List.of()),
            new Relevance(RELEVANT_M, Relevance.Direction.ALL),
            new RoadEvent.Quality(QUALITY),
            List.of());
    return switch (DenmWriter.write(event, where.stationId())) {
      case Packed.Bytes message -> message.bytes();
      case Packed.Unpackable unpackable ->
          throw new IllegalStateException(unpackable.refused().reason());
    };
  }

  /// Which event of all: no two are the same.
  public static long key(long stationId, int sequence) {
    return stationId << SEQUENCE_BITS | sequence;
  }
}
