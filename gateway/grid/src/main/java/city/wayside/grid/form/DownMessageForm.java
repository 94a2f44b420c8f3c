package city.wayside.grid.form;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.List;

/// A message that goes down.
final class DownMessageForm implements CompactSerializer<DownMessage> {

  /// Kinds by their stored code: a kind, once there, keeps its place.
  private static final List<Kind> KINDS = List.of(Kind.BEACON, Kind.NOTICE, Kind.RETAINED);

  @Override
  public DownMessage read(CompactReader in) {
    byte[] payload = in.readArrayOfInt8("payload");
    return new DownMessage(
        in.readInt64("messageId"),
        String.valueOf(in.readString("topic")),
        payload == null ? new byte[0] : payload,
        Columns.orEmpty(in.readString("contentType")),
        Columns.at(KINDS, in.readInt8("kind"), Kind.NOTICE),
        Columns.orEmpty(in.readString("conflationKey")),
        in.readInt64("expiresMs"));
  }

  @Override
  public void write(CompactWriter out, DownMessage message) {
    out.writeInt64("messageId", message.messageId());
    out.writeString("topic", message.topic());
    out.writeArrayOfInt8("payload", message.payload());
    out.writeString("contentType", Columns.orAbsent(message.contentType()));
    out.writeInt8("kind", (byte) KINDS.indexOf(message.kind()));
    out.writeString("conflationKey", Columns.orAbsent(message.conflationKey()));
    out.writeInt64("expiresMs", message.expiresMs());
  }

  @Override
  public String getTypeName() {
    return "downMessage";
  }

  @Override
  public Class<DownMessage> getCompactClass() {
    return DownMessage.class;
  }
}
