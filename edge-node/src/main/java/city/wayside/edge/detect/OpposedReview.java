package city.wayside.edge.detect;

import city.wayside.model.event.Evidence;
import java.util.List;

/// Judges how sure it is that vehicles drive against their roads. The thread of reviews only.
final class OpposedReview {

  /// The longer the way, the surer; after so much of it two thirds of the doubt are gone.
  private static final double SURE_M = 60;

  /// How much less sure it is while nobody says how accurate positions are.
  private static final double INEXACT_SHARE = 0.7;

  OpposedReview() {}

  /// Looks at the vehicles that were seen so lately.
  void review(List<OpposedVehicle> vehicles, Findings findings) {
    for (OpposedVehicle vehicle : vehicles) {
      double confidence = 1 - Math.exp(-vehicle.wayM() / SURE_M);
      confidence *= vehicle.isExact() ? 1 : INEXACT_SHARE;
      findings.found(
          new Finding(
              Detected.WRONG_WAY,
              vehicle.segmentIndex(),
              vehicle.offsetM(),
              vehicle.position(),
              vehicle.headingDeg(),
              vehicle.speedMps(),
              vehicle.sinceMs(),
              new Evidence(1, vehicle.reportsCount(), confidence)));
    }
  }
}
