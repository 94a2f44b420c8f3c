package city.wayside.grid.form;

import city.wayside.model.downlink.DownMessage;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// A retained message with its place in the log.
final class StoredMessageForm implements CompactSerializer<StoredMessage> {

  @Override
  public StoredMessage read(CompactReader in) {
    DownMessage message = in.readCompact("message");
    if (message == null) {
      throw new HazelcastSerializationException("a retained entry without a message");
    }
    return new StoredMessage(in.readInt64("sequence"), message);
  }

  @Override
  public void write(CompactWriter out, StoredMessage stored) {
    out.writeInt64("sequence", stored.sequence());
    out.writeCompact("message", stored.message());
  }

  @Override
  public String getTypeName() {
    return "retained";
  }

  @Override
  public Class<StoredMessage> getCompactClass() {
    return StoredMessage.class;
  }
}
