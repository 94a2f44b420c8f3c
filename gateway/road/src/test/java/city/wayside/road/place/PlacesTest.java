package city.wayside.road.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.area.GeoPoint;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

  /// Four segments of about 111 m northwards, one after the other, at longitude 11.
  private static final RoadNetwork STREET = street();

  private static RoadNetwork street() {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    for (int i = 0; i < 4; i++) {
      double[] latDeg = {48 + i * 0.001, 48.001 + i * 0.001};
      double[] lonDeg = {11, 11};
      builder.add(
          new SegmentDraft(
              "s" + i, "", "", 111, Double.NaN, 0, "n" + i, "n" + (i + 1), latDeg, lonDeg));
    }
    return builder.build();
  }

  private static GeoPoint at(double latDeg, double lonDeg) {
    return new GeoPoint(latDeg, lonDeg);
  }

  @Test
  void aCorridorFollowsTheStreet() {
    Corridor corridor = Corridor.of(STREET, "c", "Corridor", List.of("s1", "s2", "s3"));

    assertThat(corridor.segmentIndexes()).containsExactly(1, 2, 3);
  }

  @Test
  void aCorridorWithAGapIsRefusedWithWhatWouldFollow() {
    assertThatThrownBy(() -> Corridor.of(STREET, "c", "", List.of("s1", "s3")))
        .hasMessage("segments[1] is \"s3\", which cannot be driven after \"s1\"; allowed are [s2]");
    assertThatThrownBy(() -> Corridor.of(STREET, "c", "", List.of("s1", "x")))
        .hasMessage("segments[1] is \"x\"; allowed is a segment of the network");
    assertThatThrownBy(() -> Corridor.of(STREET, "c", "", List.of()))
        .hasMessage("segments is empty; allowed is one segment id or more");
  }

  @Test
  void aZoneHasTheSegmentsWhoseMiddleIsInside() {
    // A triangle with its tip in the north: s3's middle is beyond it.
    Zone zone =
        Zone.of(
            STREET,
            "z",
            "Zone",
            List.of(
                at(48.001, 10.99), at(48.001, 11.01), at(48.0033, 11.00001), at(48.001, 10.99)));

    assertThat(zone.segmentIndexes()).containsExactly(1, 2);
    assertThat(zone.border()).hasSize(3);
  }

  @Test
  void aZoneThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Zone.of(STREET, "z", "", List.of(at(48, 11), at(49, 11), at(48, 11))))
        .hasMessage("polygon has 2 corners; allowed are 3 or more");
    assertThatThrownBy(() -> Zone.of(STREET, "z", "", List.of(at(11, 48), at(11, 49), at(12, 48))))
        .hasMessageStartingWith("no segment of the network lies inside");
    assertThatThrownBy(() -> Zone.of(STREET, "z", "", List.of(at(91, 11), at(49, 11), at(48, 12))))
        .hasMessage(
            "polygon has the corner [11.0, 91.0]; allowed is [longitude, latitude] in degrees");
  }
}
