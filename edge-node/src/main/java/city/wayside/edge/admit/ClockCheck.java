package city.wayside.edge.admit;

import city.wayside.model.client.Grant;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Is the measurement time near enough to the moment of receipt?
record ClockCheck(long reportAgeMsMax, long reportAheadMsMax) implements ReportCheck {

  @Override
  public @Nullable Refused check(Grant grant, Report report, long nowMs) {
    if (report.timeMs() < nowMs - reportAgeMsMax) {
      // A sender without a clock counts from 1970, or from nowhere; both are "since 1970" here.
      long ageMs = nowMs - Math.max(0, report.timeMs());
      return refused(ageMs + " ms behind", reportAgeMsMax);
    }
    if (report.timeMs() > nowMs + reportAheadMsMax) {
      return refused((report.timeMs() - nowMs) + " ms ahead of", reportAheadMsMax);
    }
    return null;
  }

  private static Refused refused(String difference, long allowedMs) {
    return new Refused(
        Refusal.CLOCK,
        "t is " + difference + " the gateway's clock, must be at most " + allowedMs + " ms");
  }
}
