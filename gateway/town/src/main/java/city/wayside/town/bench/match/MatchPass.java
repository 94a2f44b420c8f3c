package city.wayside.town.bench.match;

import city.wayside.model.message.Report;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.match.Trajectory;

/// Matches all points once, each station from a new trajectory on. One thread.
final class MatchPass {

  private final MatchPoints points;
  private final Trajectory[] trajectories;

  /// A pass that has yet to run; its trajectories are there, but empty.
  MatchPass(MatchPoints points) {
    this.points = points;
    this.trajectories = new Trajectory[points.stationCount()];
    for (int station = 0; station < trajectories.length; station++) {
      trajectories[station] = new Trajectory();
    }
  }

  /// Matches.
  ///
  /// @return a sum of what came out, which is the same each time
  long run(RoadMatcher matcher) {
    long sum = 0;
    for (Report report : points.reports()) {
      MatchedReport matched = matcher.match(trajectories[(int) report.stationId()], report);
      sum = 31 * sum + matched.segmentIndex() + 1;
      sum += Math.round(matched.offsetM() * 100);
    }
    return sum;
  }

  /// What the points were found to be.
  ///
  /// @param sum as [#run] gives it
  /// @param judgedCount points of which the trace says on which of the network's segments they are
  /// @param rightCount those of them that were put on that segment
  record Judged(long sum, long judgedCount, long rightCount) {}

  /// Matches, and compares each point with the truth.
  Judged judge(RoadMatcher matcher) {
    long sum = 0;
    long judged = 0;
    long right = 0;
    for (int i = 0; i < points.count(); i++) {
      Report report = points.reports()[i];
      MatchedReport matched = matcher.match(trajectories[(int) report.stationId()], report);
      sum = 31 * sum + matched.segmentIndex() + 1;
      sum += Math.round(matched.offsetM() * 100);
      if (points.trueSegments()[i] != MatchPoints.UNKNOWN) {
        judged++;
        right += matched.segmentIndex() == points.trueSegments()[i] ? 1 : 0;
      }
    }
    return new Judged(sum, judged, right);
  }
}
