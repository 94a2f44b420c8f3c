package city.wayside.grid.form;

import city.wayside.grid.rollup.CountedPlace;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// The sums of a counter.
final class CountedPlaceForm implements CompactSerializer<CountedPlace> {

  @Override
  public CountedPlace read(CompactReader in) {
    return new CountedPlace(
        Columns.orEmpty(in.readString("segment")),
        in.readInt64("usedUntilMs"),
        in.readInt64("weighedAtMs"),
        Columns.orEmpty(in.readArrayOfFloat64("probes")),
        Columns.orEmpty(in.readArrayOfFloat64("counted")));
  }

  @Override
  public void write(CompactWriter out, CountedPlace place) {
    out.writeString("segment", place.segmentId());
    out.writeInt64("usedUntilMs", place.usedUntilMs());
    out.writeInt64("weighedAtMs", place.weighedAtMs());
    out.writeArrayOfFloat64("probes", place.probes());
    out.writeArrayOfFloat64("counted", place.counted());
  }

  @Override
  public String getTypeName() {
    return "countedPlace";
  }

  @Override
  public Class<CountedPlace> getCompactClass() {
    return CountedPlace.class;
  }
}
