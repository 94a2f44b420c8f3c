package city.wayside.road.match;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.road.network.RoadNetwork;

/// What the matcher remembers of one station: bounded (about 1,300 bytes), and used by one thread
/// at a time.
public final class Trajectory {

  static final long NEVER_MS = Long.MIN_VALUE;

  final Hypotheses places = new Hypotheses();
  final Passages passages = new Passages();

  /// Of the newest report.
  long newestMs = NEVER_MS;

  /// Of the newest report that was put on the road; [#NEVER_MS] when there is nothing to continue.
  long matchedMs = NEVER_MS;

  /// When all roads around were last looked at.
  long lookedAroundMs = NEVER_MS;

  /// Where the places were last weighed against each other.
  double weighedEastM;

  double weighedNorthM;
  long weighedMs;
  double speedMps = Double.NaN;

  /// How far its positions are off, as the variance of each of their two parts.
  double errorM2;

  /// For how long that was seen.
  double errorKnownMs;

  /// How far its newest position lies to the right of the road.
  double acrossM;

  /// The trajectory of a station that was never seen.
  public Trajectory() {}

  /// The trajectory of a station that another edge node has followed so far: its next report
  /// continues from there.
  ///
  /// @param state the newest known of the station, matched on this very network
  public static Trajectory continuing(StationState state, RoadNetwork network) {
    Trajectory trajectory = new Trajectory();
    Report report = state.report();
    trajectory.newestMs = report.timeMs();
    if (state.onRoad() && state.segmentIndex() < network.segmentCount()) {
      trajectory.places.count = 1;
      trajectory.places.link[0] = state.segmentIndex();
      trajectory.places.offsetM[0] =
          Math.clamp(state.offsetM(), 0.0, network.lengthM(state.segmentIndex()));
      trajectory.places.enteredMs[0] = NEVER_MS;
      trajectory.errorM2 = Sample.ERROR_M2_USUAL;
      trajectory.errorKnownMs = RoadMatcher.ERROR_GUESSED_MS;
      trajectory.places.reckoning[0].continueFrom(trajectory.errorM2);
      trajectory.matchedMs = report.timeMs();
      trajectory.weighedMs = report.timeMs();
      trajectory.weighedEastM = network.plane().eastM(report.lonDeg());
      trajectory.weighedNorthM = network.plane().northM(report.latDeg());
      trajectory.speedMps = report.speedMps();
    }
    return trajectory;
  }

  /// Measurement time of the newest report that was matched, or `Long.MIN_VALUE` before the first.
  public long newestMs() {
    return newestMs;
  }
}
