package city.wayside.edge.admit;

import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// May this client speak for this station? Asked after [RangeCheck]: the position is one.
record IdentityCheck() implements ReportCheck {

  /// So many of a client's stations are told to it.
  private static final int TOLD_MAX = 5;

  @Override
  public @Nullable Refused check(Grant grant, Report report, long nowMs) {
    return switch (grant.speaksFor()) {
      case SpeaksFor.Everyone _ -> null;
      case SpeaksFor.Stations stations ->
          stations.stationIds().contains(report.stationId())
              ? null
              : refused(report, "must be " + told(stations.stationIds()));
      case SpeaksFor.Within within ->
          within.area().contains(report.latDeg(), report.lonDeg())
              ? null
              : refused(report, "must be inside the area that the client speaks for");
    };
  }

  private static Refused refused(Report report, String allowed) {
    return new Refused(Refusal.NOT_AUTHORIZED, "station is " + report.stationId() + ", " + allowed);
  }

  private static String told(Set<Long> stationIds) {
    if (stationIds.isEmpty()) {
      return "one that the client speaks for, and it speaks for none: it has no stations, and its"
          + " name is no station id in decimal";
    }
    TreeSet<Long> ascending = new TreeSet<>(stationIds);
    StringBuilder words = new StringBuilder("one that the client speaks for:");
    ascending.stream().limit(TOLD_MAX).forEach(stationId -> words.append(' ').append(stationId));
    return ascending.size() > TOLD_MAX ? words.append(" …").toString() : words.toString();
  }
}
