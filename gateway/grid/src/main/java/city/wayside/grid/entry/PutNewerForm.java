package city.wayside.grid.entry;

import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// How a put travels.
final class PutNewerForm implements CompactSerializer<PutNewer<?, ?>> {

  @Override
  public PutNewer<?, ?> read(CompactReader in) {
    Object value = in.readCompact("value");
    if (value == null) {
      throw new HazelcastSerializationException("a put of nothing");
    }
    Order order = Order.valueOf(String.valueOf(in.readString("order")));
    return new PutNewer<>(order, value, in.readInt64("ttlMs"));
  }

  @Override
  public void write(CompactWriter out, PutNewer<?, ?> put) {
    out.writeString("order", put.order().name());
    out.writeCompact("value", put.value());
    out.writeInt64("ttlMs", put.ttlMs());
  }

  @Override
  public String getTypeName() {
    return "putNewer";
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // There is no class of a type with its arguments.
  public Class<PutNewer<?, ?>> getCompactClass() {
    return (Class) PutNewer.class;
  }
}
