package city.wayside.grid.form;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The vehicles of all zones in a window.
final class ZoneCountsForm implements CompactSerializer<ZoneCounts> {

  @Override
  public ZoneCounts read(CompactReader in) {
    String[] ids = Columns.orEmpty(in.readArrayOfString("ids"));
    int[] counts = Columns.orEmpty(in.readArrayOfInt32("vehicles"));
    Map<String, Integer> vehicles = HashMap.newHashMap(ids.length);
    for (int i = 0; i < ids.length; i++) {
      vehicles.put(ids[i], counts[i]);
    }
    return new ZoneCounts(vehicles);
  }

  @Override
  public void write(CompactWriter out, ZoneCounts zones) {
    List<Map.Entry<String, Integer>> rows = List.copyOf(zones.vehicles().entrySet());
    out.writeArrayOfString("ids", Columns.strings(rows, Map.Entry::getKey));
    out.writeArrayOfInt32("vehicles", Columns.orAbsent(Columns.ints(rows, Map.Entry::getValue)));
  }

  @Override
  public String getTypeName() {
    return "zoneCounts";
  }

  @Override
  public Class<ZoneCounts> getCompactClass() {
    return ZoneCounts.class;
  }
}
