package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Quality;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;

/// Makes events of findings.
///
/// @param validMs how long an event holds after it was told
record EventMaker(RoadNetwork network, long validMs) {

  /// The way that leads to an event is drawn with points so far apart, for so far.
  private static final double TRACE_STEP_M = 50;

  private static final double TRACE_M = 500;

  /// The event as it is at a moment.
  RoadEvent event(EventKey key, Finding finding, Termination termination, long nowMs) {
    return new RoadEvent(
        key,
        finding.what().cause(),
        EventCause.NONE,
        termination,
        new EventTime(finding.sinceMs(), nowMs, finding.sinceMs(), nowMs + validMs),
        place(finding),
        finding.what().relevance(),
        new Quality(finding.qualityLevel()),
        List.of(),
        finding.evidence());
  }

  private EventPlace place(Finding finding) {
    return new EventPlace(
        finding.position(),
        Double.NaN,
        finding.headingDeg(),
        finding.speedMps(),
        finding.what() == Detected.WRONG_WAY ? List.of() : traces(finding),
        List.of());
  }

  /// The way on its segment, from the event backwards.
  private List<List<GeoPoint>> traces(Finding finding) {
    int segment = finding.segmentIndex();
    List<GeoPoint> way = new ArrayList<>();
    double endM = Math.max(0, finding.offsetM() - TRACE_M);
    for (double atM = finding.offsetM() - TRACE_STEP_M; atM > endM; atM -= TRACE_STEP_M) {
      way.add(new GeoPoint(network.latDeg(segment, atM), network.lonDeg(segment, atM)));
    }
    if (finding.offsetM() > endM) {
      way.add(new GeoPoint(network.latDeg(segment, endM), network.lonDeg(segment, endM)));
    }
    return way.isEmpty() ? List.of() : List.of(way);
  }
}
