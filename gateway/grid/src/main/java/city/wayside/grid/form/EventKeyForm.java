package city.wayside.grid.form;

import city.wayside.model.event.EventKey;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// The key of an event. A key's form must never change: the same key would become another.
final class EventKeyForm implements CompactSerializer<EventKey> {

  @Override
  public EventKey read(CompactReader in) {
    return new EventKey(in.readInt64("origin"), in.readInt64("sequence"));
  }

  @Override
  public void write(CompactWriter out, EventKey key) {
    out.writeInt64("origin", key.originId());
    out.writeInt64("sequence", key.sequence());
  }

  @Override
  public String getTypeName() {
    return "eventKey";
  }

  @Override
  public Class<EventKey> getCompactClass() {
    return EventKey.class;
  }
}
