package city.wayside.grid.rollup;

import city.wayside.model.traffic.Penetration;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The share of vehicles that report, from the city's counters: for each group of roads and band of
/// the day, reporting vehicles that passed over vehicles counted, each summed over all places (a
/// ratio estimator).
///
/// The share differs from place to place, and is wanted for places without a counter. So its
/// variance is that of one more place: τ² (1 + ΣC² / (ΣC)²) + p (1 - p) / ΣC, where C are the
/// counts of the places and τ² is how the shares of places vary beyond chance (the estimator of a
/// one-way analysis of variance). Few places say little about τ, so a spread that is usual counts
/// like four more places, and what is not known of τ makes it larger.
///
/// Questions are answered on any thread; adding and replacing are for one.
public final class CountedShares implements Penetrations {

  private static final double MS_PER_DAY = 86_400_000;
  private static final double USUAL_PLACES = 4;

  /// What makes of a sum of squares its expectation: the mean of a scaled inverse χ² distribution.
  private static final double FREEDOM_LOST = 2;

  private final RoadNetwork network;
  private final DayClock clock;
  private final CountedConfig config;
  private final RoadGroup[] groups;
  private final Map<String, CountedPlace> places = new HashMap<>();
  private volatile Map<Kind, Penetration> known = Map.of();

  /// Where and when shares are alike.
  private record Kind(RoadGroup group, int band) {}

  /// Nothing counted yet.
  public CountedShares(RoadNetwork network, DayClock clock, CountedConfig config) {
    this.network = network;
    this.clock = clock;
    this.config = config;
    this.groups = new RoadGroup[network.segmentCount()];
    for (int segment = 0; segment < groups.length; segment++) {
      groups[segment] = RoadGroup.of(network.segment(segment).roadClass());
    }
  }

  @Override
  public @Nullable Penetration of(int segmentIndex, long timeMs) {
    return known.get(new Kind(groups[segmentIndex], clock.band(timeMs)));
  }

  /// Takes sums that were kept in the place of those here.
  public void replace(Collection<CountedPlace> kept) {
    places.clear();
    kept.forEach(place -> places.put(place.segmentId(), place));
    estimate();
  }

  /// Until when the counts of a segment were used; before all times when none was.
  public long usedUntilMs(String segmentId) {
    CountedPlace place = places.get(segmentId);
    return place == null ? Long.MIN_VALUE : place.usedUntilMs();
  }

  /// Adds an interval of a counter; it takes effect with [#estimate].
  ///
  /// @param startMs start of the interval, not before [#usedUntilMs]
  /// @param passed reporting vehicles that passed: their distance over the segment's length
  /// @return the place's new sums
  public CountedPlace add(
      String segmentId, long startMs, long endMs, double passed, double vehicles) {
    CountedPlace place = places.getOrDefault(segmentId, CountedPlace.fresh(segmentId, startMs));
    double halfLifeMs = config.halfLifeDays() * MS_PER_DAY;
    CountedPlace more =
        place.plus(startMs, endMs, clock.band(startMs), passed, vehicles, halfLifeMs);
    places.put(segmentId, more);
    return more;
  }

  /// Lets what was added take effect.
  public void estimate() {
    long atMs = Long.MIN_VALUE;
    for (CountedPlace place : places.values()) {
      atMs = Math.max(atMs, place.weighedAtMs());
    }
    double halfLifeMs = config.halfLifeDays() * MS_PER_DAY;
    Map<Kind, Penetration> fresh = new HashMap<>();
    for (RoadGroup group : RoadGroup.values()) {
      List<double[]> probes = new ArrayList<>();
      List<double[]> counted = new ArrayList<>();
      for (CountedPlace place : places.values()) {
        int segment = network.indexOf(place.segmentId());
        if (segment >= 0 && groups[segment] == group) {
          probes.add(place.weighed(place.probes(), atMs, halfLifeMs));
          counted.add(place.weighed(place.counted(), atMs, halfLifeMs));
        }
      }
      for (int band = 0; band < DayClock.BANDS; band++) {
        Penetration share = share(probes, counted, band);
        if (share != null) {
          fresh.put(new Kind(group, band), share);
        }
      }
    }
    known = fresh;
  }

  private @Nullable Penetration share(List<double[]> probes, List<double[]> counted, int band) {
    double passed = probes.stream().mapToDouble(sums -> sums[band]).sum();
    double all = counted.stream().mapToDouble(sums -> sums[band]).sum();
    if (!(all >= config.countedMin() && passed >= config.probesMin())) {
      return null;
    }
    double share = Math.min(1, passed / all);
    double chance = share * (1 - share);
    double squares = 0;
    double spread = 0;
    int places = 0;
    for (int place = 0; place < counted.size(); place++) {
      double count = counted.get(place)[band];
      if (count > 0) {
        double off = probes.get(place)[band] / count - share;
        squares += count * count;
        spread += count * off * off;
        places++;
      }
    }
    double found = Math.max(0, spread - (places - 1) * chance) / Math.max(1, all - squares / all);
    double usual = config.placeSpread() * share;
    double between =
        ((places - 1) * found + USUAL_PLACES * usual * usual)
            / (places - 1 + USUAL_PLACES - FREEDOM_LOST);
    double variance = between * (1 + squares / (all * all)) + chance / all;
    return new Penetration(share, Math.sqrt(variance));
  }
}
