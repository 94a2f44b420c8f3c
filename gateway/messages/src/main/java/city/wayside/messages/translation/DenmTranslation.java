package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import java.util.ArrayList;
import java.util.List;

/// DENM to event, protocol versions 1 and 2 (ETSI EN 302 637-3, TS 103 831). The ways to the event
/// are its traces; the points where it was noticed (eventHistory) are its one zone.
final class DenmTranslation {

  static final DenmTranslation V1 = new DenmTranslation(DenmPaths.V1);
  static final DenmTranslation V2 = new DenmTranslation(DenmPaths.V2);

  /// DEFAULT of validityDuration.
  static final int VALIDITY_DEFAULT_S = 600;

  private final DenmPaths paths;

  private DenmTranslation(DenmPaths paths) {
    this.paths = paths;
  }

  /// The event that a DENM tells.
  Decoded read(Unpacked.Message message) {
    Values denm = new Values(message.tape(), message.root());
    return new Decoded.Events(
        List.of(
            new RoadEvent(
                new EventKey(
                    denm.cell(paths.originatingStationId), denm.cell(paths.sequenceNumber)),
                cause(denm, paths.causeCode, paths.subCauseCode),
                cause(denm, paths.linkedCauseCode, paths.linkedSubCauseCode),
                termination(denm.cell(paths.termination)),
                time(denm),
                place(denm),
                RelevanceClasses.of(
                    denm.cell(paths.relevanceDistance), denm.cell(paths.relevanceTrafficDirection)),
                new RoadEvent.Quality((int) denm.number(paths.informationQuality, 0)),
                List.of())));
  }

  private static EventCause cause(Values denm, Path causeCode, Path subCauseCode) {
    return denm.has(causeCode)
        ? new EventCause((int) denm.cell(causeCode), (int) denm.cell(subCauseCode))
        : EventCause.NONE;
  }

  private static RoadEvent.Termination termination(long cell) {
    if (cell == Tape.ABSENT) {
      return RoadEvent.Termination.NONE;
    }
    return cell == 0 ? RoadEvent.Termination.CANCELLED : RoadEvent.Termination.NEGATED;
  }

  private EventTime time(Values denm) {
    long detectedMs = ItsTime.unixMsOfTimestamp(denm.cell(paths.detectionTime));
    return new EventTime(
        detectedMs,
        ItsTime.unixMsOfTimestamp(denm.cell(paths.referenceTime)),
        detectedMs,
        detectedMs + denm.number(paths.validityDuration, VALIDITY_DEFAULT_S) * 1000L);
  }

  private EventPlace place(Values denm) {
    List<List<GeoPoint>> traces = new ArrayList<>();
    for (int i = 0; i < denm.count(paths.traces); i++) {
      List<GeoPoint> trace = trace(denm, denm.element(paths.traces, i));
      if (!trace.isEmpty()) {
        traces.add(trace);
      }
    }
    List<GeoPoint> history = history(denm);
    return new EventPlace(
        new GeoPoint(
            denm.measure(paths.latitude, Quantity.LATITUDE),
            denm.measure(paths.longitude, Quantity.LONGITUDE)),
        Accuracy.radiusM(
            denm.measure(paths.semiMajor, Quantity.SEMI_AXIS),
            denm.measure(paths.semiMinor, Quantity.SEMI_AXIS)),
        denm.measure(paths.eventPositionHeading, Quantity.HEADING),
        denm.measure(paths.eventSpeed, Quantity.SPEED),
        List.copyOf(traces),
        history.isEmpty() ? List.of() : List.of(history));
  }

  private List<GeoPoint> trace(Values denm, Values list) {
    Way way = new Way(denm.cell(paths.latitude), denm.cell(paths.longitude));
    for (int i = 0; i < list.size(); i++) {
      step(way, list.get(i), DenmPaths.PATH_LATITUDE, DenmPaths.PATH_LONGITUDE);
    }
    return way.points();
  }

  private List<GeoPoint> history(Values denm) {
    Way way = new Way(denm.cell(paths.latitude), denm.cell(paths.longitude));
    for (int i = 0; i < denm.count(paths.eventHistory); i++) {
      Values point = denm.element(paths.eventHistory, i);
      step(way, point, DenmPaths.EVENT_LATITUDE, DenmPaths.EVENT_LONGITUDE);
    }
    return way.points();
  }

  /// Goes on by the step of a point, whose two offsets may be marked as not available.
  static void step(Way way, Values point, Path deltaLatitude, Path deltaLongitude) {
    long north = point.cell(deltaLatitude);
    long east = point.cell(deltaLongitude);
    if (Double.isNaN(Quantity.DELTA_LATITUDE.valueOf(north))
        || Double.isNaN(Quantity.DELTA_LONGITUDE.valueOf(east))) {
      way.end();
    } else {
      way.step(north, east);
    }
  }
}
