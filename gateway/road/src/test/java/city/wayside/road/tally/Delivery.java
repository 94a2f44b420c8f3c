package city.wayside.road.tally;

import city.wayside.model.message.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// What becomes of a trace on its way, and with another rule of when a vehicle reports.
final class Delivery {

  private static final long STEP_MS = 100;
  private static final long SILENT_MS_MAX = 1_000;
  private static final double MOVED_M = 4;
  private static final double TURNED_DEG = 4;
  private static final double FASTER_MPS = 0.5;
  private static final double M_PER_DEG = 111_195;

  private record Arriving(TracePoint point, long arrivesMs) {}

  private Delivery() {}

  /// A share of the points arrives late by up to so much, and another comes twice.
  static List<TracePoint> lateAndTwice(List<TracePoint> points, double share, long lateMsMax) {
    RandomGenerator random = new Random(5);
    List<Arriving> arriving = new ArrayList<>();
    for (TracePoint point : points) {
      long timeMs = point.report().timeMs();
      double chance = random.nextDouble();
      boolean isLate = chance < share / 2;
      arriving.add(new Arriving(point, isLate ? timeMs + random.nextLong(1, lateMsMax) : timeMs));
      if (!isLate && chance < share) {
        arriving.add(new Arriving(point, timeMs + random.nextLong(lateMsMax)));
      }
    }
    arriving.sort(Comparator.comparingLong(Arriving::arrivesMs));
    return arriving.stream().map(Arriving::point).toList();
  }

  /// The messages that vehicles would have sent by ETSI's rules for CAM (EN 302 637-2, 6.1.3),
  /// looked at ten times a second: after 4 m, a turn of 4 degrees, a change of speed of 0.5 m/s, or
  /// a second. Between two rows a vehicle drives straight on, as in the simulation.
  static List<TracePoint> triggered(List<TracePoint> points) {
    List<TracePoint> sent = new ArrayList<>();
    Map<Long, TracePoint> before = new HashMap<>();
    Map<Long, Report> told = new HashMap<>();
    for (TracePoint point : points) {
      Report report = point.report();
      TracePoint last = before.put(report.stationId(), point);
      if (last == null) {
        told.put(report.stationId(), report);
        sent.add(point);
        continue;
      }
      long lastedMs = report.timeMs() - last.report().timeMs();
      for (long atMs = STEP_MS; atMs <= lastedMs; atMs += STEP_MS) {
        TracePoint now = between(last, point, (double) atMs / lastedMs);
        Report known = told.getOrDefault(report.stationId(), last.report());
        if (isWorthTelling(known, now.report())) {
          told.put(report.stationId(), now.report());
          sent.add(now);
        }
      }
    }
    sent.sort(Comparator.comparingLong(point -> point.report().timeMs()));
    return sent;
  }

  private static TracePoint between(TracePoint from, TracePoint to, double share) {
    Report a = from.report();
    Report b = to.report();
    double turnDeg = turnDeg(a, b);
    Report report =
        new Report(
            a.stationId(),
            a.type(),
            a.kind(),
            a.timeMs() + Math.round(share * (b.timeMs() - a.timeMs())),
            a.latDeg() + share * (b.latDeg() - a.latDeg()),
            a.lonDeg() + share * (b.lonDeg() - a.lonDeg()),
            a.speedMps() + share * (b.speedMps() - a.speedMps()),
            (a.headingDeg() + share * turnDeg + 360) % 360,
            Double.NaN);
    // Where in between it came to another segment is not known.
    boolean isKnown = share == 1 || from.trueSegment() == to.trueSegment();
    return new TracePoint(report, isKnown ? to.trueSegment() : -1);
  }

  private static boolean isWorthTelling(Report known, Report now) {
    double northM = (now.latDeg() - known.latDeg()) * M_PER_DEG;
    double eastM =
        (now.lonDeg() - known.lonDeg()) * M_PER_DEG * Math.cos(Math.toRadians(now.latDeg()));
    return now.timeMs() - known.timeMs() >= SILENT_MS_MAX
        || Math.hypot(eastM, northM) > MOVED_M
        || Math.abs(turnDeg(known, now)) > TURNED_DEG
        || Math.abs(now.speedMps() - known.speedMps()) > FASTER_MPS;
  }

  private static double turnDeg(Report from, Report to) {
    return (to.headingDeg() - from.headingDeg() + 540) % 360 - 180;
  }
}
