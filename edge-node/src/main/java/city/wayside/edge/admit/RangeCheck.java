package city.wayside.edge.admit;

import city.wayside.model.client.Grant;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Is each value one that its field may have? `NaN` means absent, and position cannot be absent.
record RangeCheck(double speedMpsMax) implements ReportCheck {

  @Override
  public @Nullable Refused check(Grant grant, Report report, long nowMs) {
    if (report.stationId() < 0 || report.stationId() > Report.STATION_ID_MAX) {
      return refused("station", "" + report.stationId(), "from 0 to " + Report.STATION_ID_MAX);
    }
    if (!(report.latDeg() >= -90 && report.latDeg() <= 90)) {
      return refused("lat", "" + report.latDeg(), "from -90 to 90");
    }
    if (!(report.lonDeg() >= -180 && report.lonDeg() <= 180)) {
      return refused("lon", "" + report.lonDeg(), "from -180 to 180");
    }
    if (report.speedMps() < 0 || report.speedMps() > speedMpsMax) {
      return refused("speedMps", "" + report.speedMps(), "from 0 to " + speedMpsMax);
    }
    if (report.headingDeg() < 0 || report.headingDeg() >= 360) {
      return refused("headingDeg", "" + report.headingDeg(), "from 0 to 360");
    }
    if (report.accuracyM() < 0) {
      return refused("accuracyM", "" + report.accuracyM(), "0 or more");
    }
    return null;
  }

  private static Refused refused(String field, String value, String allowed) {
    return new Refused(Refusal.OUT_OF_RANGE, field + " is " + value + ", must be " + allowed);
  }
}
