package city.wayside.adapters;

import city.wayside.adapters.outbox.Segments;
import city.wayside.road.network.Segment;
import java.util.ArrayList;
import java.util.List;

/// A network that is a list of segments.
public record FakeRoads(String version, List<Segment> segments) implements Segments {

  /// The version of [#straight] networks.
  public static final String VERSION = "9f86d081";

  /// Segments of 100 m that lead east, with these ids.
  public static FakeRoads straight(String... ids) {
    List<Segment> segments = new ArrayList<>();
    for (String id : ids) {
      segments.add(segment(segments.size(), id, "Main Street"));
    }
    return new FakeRoads(VERSION, segments);
  }

  /// A segment of 100 m that leads east.
  public static Segment segment(int index, String id, String name) {
    double latDeg = 53.55 + index * 0.001;
    return new Segment(
        index,
        id,
        name,
        "primary",
        100,
        13.9,
        2,
        new double[] {latDeg, latDeg},
        new double[] {10.0, 10.0015});
  }

  @Override
  public int count() {
    return segments.size();
  }

  @Override
  public Segment segment(int index) {
    return segments.get(index);
  }

  @Override
  public double lengthM(int index) {
    return segments.get(index).lengthM();
  }
}
