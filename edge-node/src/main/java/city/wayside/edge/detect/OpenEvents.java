package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.network.LocalPlane;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events that last: makes events of findings, and says when there is something new to tell of
/// them. The thread of reviews only.
final class OpenEvents {

  private static final Logger LOG = LoggerFactory.getLogger(OpenEvents.class);

  /// What is found at every review has ended when it was missing in some.
  private static final long HOLD_MS = 5_000;

  /// A vehicle on a wrong way is not farther from where it was seen last.
  private static final double DRIVEN_M = 200;

  /// However much changes, an event is not told more often.
  private static final long UPDATE_MS_MIN = 2_000;

  private final DetectionConfig config;
  private final RoadNetwork network;
  private final Adjoining adjoining;
  private final EventMaker maker;
  private final EventKeys keys;
  private final List<OpenEvent> open = new ArrayList<>();
  private final AtomicInteger openCount = new AtomicInteger();
  private final Map<Detected, Telemetry.Counter> begun = new EnumMap<>(Detected.class);
  private final Telemetry.Counter dropped;

  OpenEvents(
      DetectionConfig config, RoadNetwork network, Adjoining adjoining, Telemetry telemetry) {
    this.config = config;
    this.network = network;
    this.adjoining = adjoining;
    this.maker = new EventMaker(network, config.telling().validMs());
    this.keys = new EventKeys(config.telling().stationId());
    for (Detected what : Detected.values()) {
      begun.put(what, telemetry.counter(Metric.EDGE_DETECTIONS, what.word()));
    }
    dropped = telemetry.counter(Metric.EDGE_DETECTION_DROPPED, "events");
    telemetry.gauge(Metric.EDGE_DETECTIONS_OPEN, "", openCount::get);
  }

  /// Takes a finding: of an event that is known, or of a new one.
  void found(Finding finding, long nowMs) {
    OpenEvent known = known(finding);
    if (known != null) {
      if (known.foundMs < nowMs || isSurer(finding, known.newest)) {
        known.found(finding, nowMs);
      }
      return;
    }
    if (open.size() >= config.telling().eventsCountMax()) {
      dropped.add(1);
      return;
    }
    String segmentId = network.segmentId(finding.segmentIndex());
    open.add(
        new OpenEvent(keys.take(finding.what(), segmentId, finding.sinceMs()), finding, nowMs));
    Telemetry.Counter counter = begun.get(finding.what());
    if (counter != null) {
      counter.add(1);
    }
    LOG.debug("{} on segment {}: {}", finding.what().word(), segmentId, finding.evidence());
  }

  private static boolean isSurer(Finding one, Finding other) {
    return one.evidence().confidence() > other.evidence().confidence();
  }

  /// The event that a finding is of: the one that is nearest of its kind. A vehicle that has
  /// stopped stays on its segment; everything else may move on to the next one.
  private @Nullable OpenEvent known(Finding finding) {
    OpenEvent nearest = null;
    double nearestM = Double.POSITIVE_INFINITY;
    for (int i = 0; i < open.size(); i++) {
      OpenEvent event = open.get(i);
      int segment = event.newest.segmentIndex();
      if (event.newest.what() != finding.what()) {
        continue;
      }
      double apartM = apartM(event.newest.position(), finding.position());
      boolean isSame =
          switch (finding.what()) {
            case STOPPED_VEHICLE -> segment == finding.segmentIndex();
            case HARD_BRAKING, QUEUE_END -> adjoining.areNear(segment, finding.segmentIndex());
            case WRONG_WAY -> apartM <= DRIVEN_M;
          };
      if (isSame && apartM < nearestM) {
        nearest = event;
        nearestM = apartM;
      }
    }
    return nearest;
  }

  /// Tells what is new.
  void turn(long nowMs, EventTeller teller) {
    Iterator<OpenEvent> each = open.iterator();
    while (each.hasNext()) {
      OpenEvent event = each.next();
      if (nowMs - event.foundMs > holdMs(event.newest.what())) {
        if (end(event, nowMs, teller)) {
          keys.end(event.key, nowMs, config.telling().validMs());
          each.remove();
        }
      } else if (isNews(event, nowMs)
          && teller.tell(maker.event(event.key, event.newest, Termination.NONE, nowMs))) {
        event.tell(nowMs);
      }
    }
    openCount.set(open.size());
    keys.turn(nowMs);
  }

  /// Ends an event; one that nobody was told of has nothing to end, and one whose time is over is
  /// over by itself.
  private boolean end(OpenEvent event, long nowMs, EventTeller teller) {
    return event.toldMs == OpenEvent.NEVER_MS
        || nowMs - event.toldMs > config.telling().validMs()
        || teller.tell(maker.event(event.key, event.told, Termination.CANCELLED, nowMs));
  }

  private boolean isNews(OpenEvent event, long nowMs) {
    if (event.toldMs == OpenEvent.NEVER_MS) {
      return true;
    }
    long sinceMs = nowMs - event.toldMs;
    boolean hasChanged =
        event.told.qualityLevel() != event.newest.qualityLevel()
            || apartM(event.told.position(), event.newest.position()) > config.telling().movedM();
    return sinceMs >= config.telling().repeatMs() || (hasChanged && sinceMs >= UPDATE_MS_MIN);
  }

  private long holdMs(Detected what) {
    return switch (what) {
      case STOPPED_VEHICLE -> HOLD_MS;
      case WRONG_WAY -> config.wrongWay().silentMs();
      case HARD_BRAKING -> config.braking().holdMs();
      case QUEUE_END -> config.queue().holdMs();
    };
  }

  private double apartM(GeoPoint one, GeoPoint other) {
    LocalPlane plane = network.plane();
    return Math.hypot(
        plane.eastM(one.lonDeg()) - plane.eastM(other.lonDeg()),
        plane.northM(one.latDeg()) - plane.northM(other.latDeg()));
  }
}
