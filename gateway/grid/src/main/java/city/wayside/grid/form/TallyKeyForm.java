package city.wayside.grid.form;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// The key of a tally. A key's form must never change: the same key would become another.
final class TallyKeyForm implements CompactSerializer<TallyKey> {

  @Override
  public TallyKey read(CompactReader in) {
    return new TallyKey(
        in.readInt64("edge"), in.readInt32("segment"), in.readInt64(Forms.WINDOW_START_MS));
  }

  @Override
  public void write(CompactWriter out, TallyKey key) {
    out.writeInt64("edge", key.edge());
    out.writeInt32("segment", key.segmentIndex());
    out.writeInt64(Forms.WINDOW_START_MS, key.windowStartMs());
  }

  @Override
  public String getTypeName() {
    return "tallyKey";
  }

  @Override
  public Class<TallyKey> getCompactClass() {
    return TallyKey.class;
  }
}
