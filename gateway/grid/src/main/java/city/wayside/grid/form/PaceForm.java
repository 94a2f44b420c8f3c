package city.wayside.grid.form;

import city.wayside.model.traffic.TravelTimeSketch;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// The times that a kilometre of a segment took; 6 bytes for each bin.
final class PaceForm implements CompactSerializer<TravelTimeSketch> {

  @Override
  public TravelTimeSketch read(CompactReader in) {
    return new TravelTimeSketch(
        Columns.widened(in.readArrayOfInt16("bins")),
        Columns.orEmpty(in.readArrayOfInt32("counts")));
  }

  @Override
  public void write(CompactWriter out, TravelTimeSketch pace) {
    out.writeArrayOfInt16("bins", Columns.narrowed(pace.bins()));
    out.writeArrayOfInt32("counts", Columns.orAbsent(pace.counts()));
  }

  @Override
  public String getTypeName() {
    return "pace";
  }

  @Override
  public Class<TravelTimeSketch> getCompactClass() {
    return TravelTimeSketch.class;
  }
}
