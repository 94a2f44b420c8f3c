package city.wayside.grid.form;

import city.wayside.model.area.GeoPoint;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of ways as they are stored: how many points each has, and the points of all.
final class Ways {

  private Ways() {}

  static void write(CompactWriter out, String name, List<List<GeoPoint>> ways) {
    List<GeoPoint> points = ways.stream().flatMap(List::stream).toList();
    out.writeArrayOfInt32(name + "Counts", Columns.orAbsent(Columns.ints(ways, List::size)));
    out.writeArrayOfFloat64(name + "LatDeg", Columns.doubles(points, GeoPoint::latDeg));
    out.writeArrayOfFloat64(name + "LonDeg", Columns.doubles(points, GeoPoint::lonDeg));
  }

  static List<List<GeoPoint>> read(CompactReader in, String name) {
    int[] counts = Columns.orEmpty(in.readArrayOfInt32(name + "Counts"));
    double @Nullable [] latDeg = in.readArrayOfFloat64(name + "LatDeg");
    double @Nullable [] lonDeg = in.readArrayOfFloat64(name + "LonDeg");
    List<List<GeoPoint>> ways = new ArrayList<>(counts.length);
    int from = 0;
    for (int count : counts) {
      List<GeoPoint> way = new ArrayList<>(count);
      for (int i = from; i < from + count; i++) {
        // A column in which every number is absent was left out.
        way.add(new GeoPoint(Columns.at(latDeg, i), Columns.at(lonDeg, i)));
      }
      ways.add(way);
      from += count;
    }
    return ways;
  }
}
