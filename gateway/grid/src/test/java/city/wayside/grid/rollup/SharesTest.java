package city.wayside.grid.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.traffic.Penetration;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

  private static final long MINUTE_MS = 60_000;
  private static final long DAY_MS = 86_400_000;

  /// Eight o'clock, in the morning's band.
  private static final long MORNING_MS = 20_000 * DAY_MS + 8 * 60 * MINUTE_MS;

  private static final DayClock UTC = new DayClock(ZoneId.of("UTC"));
  private static final CountedConfig CONFIG = CountedConfig.defaults();

  private static RoadNetwork network(String... roadClasses) {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    for (int i = 0; i < roadClasses.length; i++) {
      double[] latDeg = {48 + i * 0.01, 48.001 + i * 0.01};
      double[] lonDeg = {11, 11};
      builder.add(
          new SegmentDraft(
              "s" + i, "", roadClasses[i], 100, Double.NaN, 0, null, null, latDeg, lonDeg));
    }
    return builder.build();
  }

  private static Penetration share(Penetrations shares, int segment, long timeMs) {
    return Objects.requireNonNull(shares.of(segment, timeMs));
  }

  @Test
  void aSurveyTellsByClassAndHour() {
    RoadNetwork network = network("primary", "primary_link", "residential", "");
    Penetrations shares =
        new SurveyedShares(
            network,
            new DayClock(ZoneId.of("Europe/Berlin")),
            List.of(
                new SurveyedShare("primary", 7, 9, new Penetration(0.2, 0.02)),
                new SurveyedShare("*", 0, 24, new Penetration(0.1, 0.01)),
                new SurveyedShare("residential", 0, 24, new Penetration(0.05, 0.01))));
    // 20,000 days after 1970 it is October, and eight o'clock is ten in Berlin.
    long sevenMs = MORNING_MS - 3 * 60 * MINUTE_MS;

    assertThat(share(shares, 0, sevenMs).share()).isEqualTo(0.2);
    assertThat(share(shares, 1, sevenMs).share()).isEqualTo(0.2);
    assertThat(share(shares, 0, MORNING_MS).share()).isEqualTo(0.1);
    assertThat(share(shares, 2, sevenMs).share()).isEqualTo(0.05);
    assertThat(share(shares, 3, sevenMs).share()).isEqualTo(0.1);
  }

  @Test
  void whatASurveyDoesNotTellIsNotKnown() {
    Penetrations shares =
        new SurveyedShares(
            network("primary"), UTC, List.of(new SurveyedShare("primary", 9, 24, all())));

    assertThat(shares.of(0, MORNING_MS)).isNull();
    assertThat(shares.orElse((_, _) -> new Penetration(0.3, 0)).of(0, MORNING_MS))
        .isEqualTo(new Penetration(0.3, 0));
    assertThatThrownBy(() -> new SurveyedShare("primary", 9, 9, all()))
        .hasMessage("hours from 9 to 9; allowed is 0 to 24, the first below the second");
  }

  private static Penetration all() {
    return new Penetration(1, 0);
  }

  @Test
  void countersTellForTheirGroupOfRoadsAndTimeOfDayOnly() {
    RoadNetwork network = network("primary", "secondary", "residential");
    CountedShares shares = new CountedShares(network, UTC, CONFIG);
    shares.add("s0", MORNING_MS, MORNING_MS + 5 * MINUTE_MS, 60, 600);
    assertThat(shares.of(1, MORNING_MS)).as("before it takes effect").isNull();

    shares.estimate();

    assertThat(share(shares, 1, MORNING_MS).share()).isCloseTo(0.1, within(1e-12));
    assertThat(shares.of(1, MORNING_MS + 4 * 60 * MINUTE_MS)).isNull();
    assertThat(shares.of(2, MORNING_MS)).isNull();
    assertThat(shares.usedUntilMs("s0")).isEqualTo(MORNING_MS + 5 * MINUTE_MS);
    // One place: twice the usual spread of 0.015, twice over, and the chance of 600 draws.
    double variance = 2 * 2 * 0.015 * 0.015 + 0.09 / 600;
    assertThat(share(shares, 1, MORNING_MS).stdErr()).isCloseTo(Math.sqrt(variance), within(1e-12));
  }

  @Test
  void tooFewCountsSayNothing() {
    CountedShares shares = new CountedShares(network("primary"), UTC, CONFIG);
    shares.add("s0", MORNING_MS, MORNING_MS + 1, 60, 499);
    shares.estimate();
    assertThat(shares.of(0, MORNING_MS)).isNull();

    CountedShares rare = new CountedShares(network("primary"), UTC, CONFIG);
    rare.add("s0", MORNING_MS, MORNING_MS + 1, 19, 5000);
    rare.estimate();
    assertThat(rare.of(0, MORNING_MS)).isNull();
  }

  @Test
  void moreReportsThanCountsAreAllVehiclesAndNotMore() {
    CountedShares shares = new CountedShares(network("primary"), UTC, CONFIG);
    shares.add("s0", MORNING_MS, MORNING_MS + 1, 700, 600);
    shares.estimate();
    assertThat(share(shares, 0, MORNING_MS).share()).isEqualTo(1);
  }

  @Test
  void olderCountsWeighLess() {
    CountedShares shares = new CountedShares(network("primary"), UTC, CONFIG);
    shares.add("s0", MORNING_MS, MORNING_MS + 1, 400, 1000);
    shares.add("s0", MORNING_MS + 14 * DAY_MS, MORNING_MS + 14 * DAY_MS + 1, 100, 1000);
    shares.estimate();
    // Of the first half is left: 300 of 1500.
    assertThat(share(shares, 0, MORNING_MS).share()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void keptSumsGoOnElsewhere() {
    RoadNetwork network = network("primary", "primary");
    CountedShares shares = new CountedShares(network, UTC, CONFIG);
    List<CountedPlace> kept = new ArrayList<>();
    kept.add(shares.add("s0", MORNING_MS, MORNING_MS + 1, 60, 600));
    kept.add(shares.add("s1", MORNING_MS + DAY_MS, MORNING_MS + DAY_MS + 1, 90, 600));
    shares.estimate();
    CountedShares other = new CountedShares(network, UTC, CONFIG);

    other.replace(kept);

    assertThat(share(other, 0, MORNING_MS)).isEqualTo(share(shares, 0, MORNING_MS));
    assertThat(other.usedUntilMs("s1")).isEqualTo(MORNING_MS + DAY_MS + 1);
  }

  /// Cities of eight counters, whose shares differ from place to place by a fifth: the interval
  /// must hold the share of a ninth place.
  @Test
  void theErrorIsThatOfAPlaceWithoutCounter() {
    RoadNetwork network =
        network(
            "primary", "primary", "primary", "primary", "primary", "primary", "primary", "primary");
    Random random = new Random(99);
    int held = 0;
    int cities = 2000;
    for (int city = 0; city < cities; city++) {
      CountedShares shares = new CountedShares(network, UTC, CONFIG);
      for (int place = 0; place < 8; place++) {
        double share = Math.clamp(0.1 + 0.02 * random.nextGaussian(), 0.01, 1);
        int passed = 0;
        for (int vehicle = 0; vehicle < 500; vehicle++) {
          passed += random.nextDouble() < share ? 1 : 0;
        }
        shares.add("s" + place, MORNING_MS, MORNING_MS + 1, passed, 500);
      }
      shares.estimate();
      Penetration known = share(shares, 0, MORNING_MS);
      double ninth = 0.1 + 0.02 * random.nextGaussian();
      held += Math.abs(known.share() - ninth) <= 1.96 * known.stdErr() ? 1 : 0;
    }
    assertThat(held / (double) cities).isBetween(0.90, 0.98);
  }
}
