package city.wayside.kit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CruiseTest {

  private static List<Report> drive(RoadNetwork network, long seed, int count, int stepMs) {
    Cruise cruise = new Cruise(new Ways(network), new SplittableRandom(seed), 42, 1_000_000);
    List<Report> reports = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      reports.add(cruise.report(1_000_000 + (long) i * stepMs, MessageKind.PROBE));
    }
    return reports;
  }

  private static double distanceM(Report a, Report b) {
    double north = (b.latDeg() - a.latDeg()) * 111_195;
    double east = (b.lonDeg() - a.lonDeg()) * 111_195 * Math.cos(Math.toRadians(a.latDeg()));
    return Math.hypot(north, east);
  }

  @Test
  void theSameSeedDrivesTheSameWay() throws Exception {
    RoadNetwork network = DemoTown.network();

    assertThat(drive(network, 5, 500, 1000)).isEqualTo(drive(network, 5, 500, 1000));
    assertThat(drive(network, 5, 5, 1000)).isNotEqualTo(drive(network, 6, 5, 1000));
  }

  @Test
  void positionsSpeedsAndTimesBelongTogether() throws Exception {
    RoadNetwork network = DemoTown.network();
    for (long seed = 0; seed < 20; seed++) {
      List<Report> reports = drive(network, seed, 600, 1000);
      double drivenM = 0;
      for (int i = 1; i < reports.size(); i++) {
        Report before = reports.get(i - 1);
        Report after = reports.get(i);
        // As the crow flies it is never farther than the street, but for rounding.
        double streetM = (before.speedMps() + after.speedMps()) / 2;
        assertThat(distanceM(before, after)).isLessThan(streetM * 1.02 + 0.5);
        assertThat(after.speedMps() - before.speedMps()).isBetween(-2.52, 1.52);
        drivenM += streetM;
      }
      assertThat(drivenM).isGreaterThan(1000);
    }
  }

  @Test
  void manyReportsASecondAreAsBelievable() throws Exception {
    List<Report> reports = drive(DemoTown.network(), 3, 5000, 100);
    for (int i = 1; i < reports.size(); i++) {
      double farthestM = 0.1 * Math.max(reports.get(i - 1).speedMps(), reports.get(i).speedMps());
      assertThat(distanceM(reports.get(i - 1), reports.get(i))).isLessThan(farthestM * 1.02 + 0.1);
    }
  }
}
