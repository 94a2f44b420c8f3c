package city.wayside.messages.translation;

import city.wayside.model.message.Report;
import org.jspecify.annotations.Nullable;

/// What a report must have to be sent as a message at all.
final class ReportRange {

  private ReportRange() {}

  /// Why no message can say a report, or nothing when one can.
  static @Nullable String violation(Report report) {
    if (report.stationId() < 0 || report.stationId() > Report.STATION_ID_MAX) {
      return "stationId is " + report.stationId() + ", must be 0 to " + Report.STATION_ID_MAX;
    }
    if (!(Math.abs(report.latDeg()) <= 90)) {
      return "latDeg is " + report.latDeg() + ", must be -90 to 90";
    }
    if (!(Math.abs(report.lonDeg()) <= 180)) {
      return "lonDeg is " + report.lonDeg() + ", must be -180 to 180";
    }
    return null;
  }

  /// A heading that is no number is none.
  static double headingDeg(Report report) {
    return Double.isFinite(report.headingDeg()) ? report.headingDeg() : Double.NaN;
  }

  /// A radius that is no length is none.
  static double accuracyM(Report report) {
    return report.accuracyM() >= 0 && Double.isFinite(report.accuracyM())
        ? report.accuracyM()
        : Double.NaN;
  }
}
