package city.wayside.messages.translation;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.denm.Denm;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.util.List;

/// Event to DENM of protocol version 2 (ETSI EN 302 637-3). Any thread; stateless.
///
/// Numbers out of range are clamped; ways are cut where a step reaches too far, and to the points
/// nearest to the event; further zones than the first and all signs are left out. An event without
/// an end is valid for a day, the longest there is: its sender must repeat it before. A key that is
/// no actionID, as those of TIMs, is refused: the sender has to number such an event itself.
public final class DenmWriter {

  private static final DenmPaths PATHS = DenmPaths.V2;

  private static final Path PROTOCOL_VERSION = Path.of(Denm.DENM, "header.protocolVersion");
  private static final Path MESSAGE_ID = Path.of(Denm.DENM, "header.messageID");
  private static final Path STATION_ID = Path.of(Denm.DENM, "header.stationID");
  private static final Path STATION_TYPE = Path.of(Denm.DENM, "denm.management.stationType");
  private static final Path EVENT_POSITION = Path.of(Denm.DENM, "denm.management.eventPosition");
  private static final Path SPEED_CONFIDENCE =
      Path.of(Denm.DENM, "denm.location.eventSpeed.speedConfidence");
  private static final Path HEADING_CONFIDENCE =
      Path.of(Denm.DENM, "denm.location.eventPositionHeading.headingConfidence");

  private static final int VERSION = 2;
  private static final int DENM = 1;
  private static final int SEQUENCE_MAX = 65_535;
  private static final int CODE_MAX = 255;
  private static final int QUALITY_MAX = 7;
  private static final int VALIDITY_MAX_S = 86_400;
  private static final int TRACES_MAX = 7;
  private static final int TRACE_POINTS_MAX = 40;
  private static final int HISTORY_POINTS_MAX = 23;
  private static final int STEP_MAX = 131_071;
  private static final int ALTITUDE_UNAVAILABLE = 12_800;
  private static final int CONFIDENCE_UNAVAILABLE = 127;

  private DenmWriter() {}

  /// The DENM that tells an event.
  ///
  /// @param stationId the station that sends it, 0 to 4,294,967,295
  public static Packed write(RoadEvent event, long stationId) {
    if (!isBetween(stationId, Report.STATION_ID_MAX)
        || !isBetween(event.key().originId(), Report.STATION_ID_MAX)) {
      return Packed.outOfRange("stationId and key.originId must be 0 to 4294967295");
    }
    if (!isBetween(event.key().sequence(), SEQUENCE_MAX)) {
      return Packed.outOfRange(
          "key.sequence is " + event.key().sequence() + ", must be 0 to " + SEQUENCE_MAX);
    }
    if (!isCause(event.cause()) || !isCause(event.linkedCause())) {
      return Packed.outOfRange("cause and linkedCause must be 0 to " + CODE_MAX);
    }
    if (!event.place().position().isPosition()) {
      return Packed.outOfRange("place.position must be known");
    }
    try {
      Draft draft = new Draft(Denm.DENM);
      draft
          .put(PROTOCOL_VERSION, VERSION)
          .put(MESSAGE_ID, DENM)
          .put(STATION_ID, stationId)
          .put(PATHS.originatingStationId, event.key().originId())
          .put(PATHS.sequenceNumber, event.key().sequence());
      putManagement(draft, event);
      putSituation(draft, event);
      putLocation(draft, event.place());
      return new Packed.Bytes(draft.encode());
    } catch (Malformed malformed) {
      return Packed.of(malformed);
    }
  }

  private static boolean isBetween(long number, long max) {
    return number >= 0 && number <= max;
  }

  private static boolean isCause(EventCause cause) {
    return isBetween(cause.causeCode(), CODE_MAX) && isBetween(cause.subCauseCode(), CODE_MAX);
  }

  private static void putManagement(Draft draft, RoadEvent event) throws Malformed {
    EventTime time = event.time();
    draft
        .put(PATHS.detectionTime, EtsiParts.timestamp(time.detectedMs()))
        .put(PATHS.referenceTime, EtsiParts.timestamp(time.referenceMs()))
        .put(PATHS.validityDuration, validityS(time))
        .put(STATION_TYPE, StationType.ROAD_SIDE_UNIT.code());
    EtsiParts.putPosition(
        draft, draft.root(), EVENT_POSITION, event.place().position(), event.place().accuracyM());
    if (event.termination() != RoadEvent.Termination.NONE) {
      draft.put(PATHS.termination, event.termination() == RoadEvent.Termination.CANCELLED ? 0 : 1);
    }
    draft
        .put(PATHS.relevanceDistance, RelevanceClasses.distanceOf(event.relevance()))
        .put(PATHS.relevanceTrafficDirection, RelevanceClasses.directionOf(event.relevance()));
  }

  /// Whole seconds from detection to the end, rounded up.
  private static long validityS(EventTime time) {
    long detectedMs = ItsTime.unixMsOfTimestamp(EtsiParts.timestamp(time.detectedMs()));
    if (time.untilMs() <= detectedMs) {
      return 0;
    }
    return time.untilMs() - detectedMs >= VALIDITY_MAX_S * 1000L || time.untilMs() == EventTime.OPEN
        ? VALIDITY_MAX_S
        : Math.ceilDiv(time.untilMs() - detectedMs, 1000L);
  }

  private static void putSituation(Draft draft, RoadEvent event) throws Malformed {
    long quality = Math.clamp(event.quality().levelCode(), 0, QUALITY_MAX);
    long history = history(draft, event.place(), quality);
    boolean isEmpty =
        event.cause().equals(EventCause.NONE)
            && event.linkedCause().equals(EventCause.NONE)
            && quality == 0
            && history == Tape.ABSENT;
    if (isEmpty) {
      return;
    }
    draft
        .put(PATHS.informationQuality, quality)
        .put(PATHS.causeCode, event.cause().causeCode())
        .put(PATHS.subCauseCode, event.cause().subCauseCode())
        .put(PATHS.eventHistory, history);
    if (!event.linkedCause().equals(EventCause.NONE)) {
      draft
          .put(PATHS.linkedCauseCode, event.linkedCause().causeCode())
          .put(PATHS.linkedSubCauseCode, event.linkedCause().subCauseCode());
    }
  }

  private static long history(Draft draft, EventPlace place, long quality) throws Malformed {
    if (place.zones().isEmpty()) {
      return Tape.ABSENT;
    }
    Steps steps =
        new Steps(place.position(), place.zones().getFirst(), HISTORY_POINTS_MAX, STEP_MAX);
    long[] points = new long[steps.count()];
    for (int i = 0; i < points.length; i++) {
      points[i] = draft.sequence(Positions.EVENT_POINT);
      draft
          .put(points[i], DenmPaths.EVENT_LATITUDE, steps.north(i))
          .put(points[i], DenmPaths.EVENT_LONGITUDE, steps.east(i))
          .put(points[i], DenmPaths.EVENT_ALTITUDE, ALTITUDE_UNAVAILABLE)
          .put(points[i], DenmPaths.EVENT_QUALITY, quality);
    }
    return points.length == 0 ? Tape.ABSENT : draft.list(points);
  }

  private static void putLocation(Draft draft, EventPlace place) throws Malformed {
    List<List<GeoPoint>> ways = place.traces();
    boolean hasSpeed = Double.isFinite(place.speedMps());
    boolean hasHeading = Double.isFinite(place.headingDeg());
    if (!hasSpeed && !hasHeading && ways.isEmpty()) {
      return;
    }
    if (hasSpeed) {
      draft
          .put(PATHS.eventSpeed, Quantity.SPEED.wireOf(place.speedMps()))
          .put(SPEED_CONFIDENCE, CONFIDENCE_UNAVAILABLE);
    }
    if (hasHeading) {
      draft
          .put(PATHS.eventPositionHeading, Quantity.HEADING.wireOf(place.headingDeg()))
          .put(HEADING_CONFIDENCE, CONFIDENCE_UNAVAILABLE);
    }
    // The list must have an element: without a way it is an empty one.
    long[] traces = new long[Math.clamp(ways.size(), 1, TRACES_MAX)];
    traces[0] = draft.list();
    for (int i = 0; i < Math.min(ways.size(), TRACES_MAX); i++) {
      traces[i] = trace(draft, place.position(), ways.get(i));
    }
    draft.put(PATHS.traces, draft.list(traces));
  }

  private static long trace(Draft draft, GeoPoint event, List<GeoPoint> way) throws Malformed {
    Steps steps = new Steps(event, way, TRACE_POINTS_MAX, STEP_MAX);
    long[] points = new long[steps.count()];
    for (int i = 0; i < points.length; i++) {
      points[i] = draft.sequence(Positions.PATH_POINT);
      draft
          .put(points[i], DenmPaths.PATH_LATITUDE, steps.north(i))
          .put(points[i], DenmPaths.PATH_LONGITUDE, steps.east(i))
          .put(points[i], DenmPaths.PATH_ALTITUDE, ALTITUDE_UNAVAILABLE);
    }
    return draft.list(points);
  }
}
