package city.wayside.grid.rollup;

import city.wayside.model.traffic.Penetration;
import city.wayside.road.network.RoadNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shares from a survey, by class of road and hour of day. Pure; any thread.
public final class SurveyedShares implements Penetrations {

  private static final int HOURS = 24;

  private final DayClock clock;
  private final @Nullable Penetration[][] byClass;

  /// By segment index, the place in [#byClass].
  private final int[] classes;

  /// The shares of a network's segments.
  ///
  /// @param shares where several hold for a class and hour, the last one counts
  public SurveyedShares(RoadNetwork network, DayClock clock, List<SurveyedShare> shares) {
    this.clock = clock;
    Map<String, Integer> places = new HashMap<>();
    this.classes = new int[network.segmentCount()];
    for (int segment = 0; segment < classes.length; segment++) {
      String roadClass = network.segment(segment).roadClass();
      classes[segment] = places.computeIfAbsent(roadClass, _ -> places.size());
    }
    this.byClass = new @Nullable Penetration[places.size()][];
    places.forEach((roadClass, place) -> byClass[place] = day(roadClass, shares));
  }

  private static @Nullable Penetration[] day(String roadClass, List<SurveyedShare> shares) {
    @Nullable Penetration[] day = new @Nullable Penetration[HOURS];
    // What is told of any class, of a slip road's road, and of the very class: the later wins.
    for (String told :
        List.of(SurveyedShare.ANY_CLASS, RoadGroup.withoutLink(roadClass), roadClass)) {
      for (SurveyedShare share : shares) {
        if (share.roadClass().equals(told)) {
          for (int hour = share.fromHour(); hour < share.toHour(); hour++) {
            day[hour] = share.penetration();
          }
        }
      }
    }
    return day;
  }

  @Override
  public @Nullable Penetration of(int segmentIndex, long timeMs) {
    return byClass[classes[segmentIndex]][clock.hour(timeMs)];
  }
}
