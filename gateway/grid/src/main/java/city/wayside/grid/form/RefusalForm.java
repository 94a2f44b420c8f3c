package city.wayside.grid.form;

import city.wayside.model.account.RefusalRecord;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// A refusal. A code that only another version knows is read as `OVERLOADED`; its reason tells.
final class RefusalForm implements CompactSerializer<RefusalRecord> {

  @Override
  public RefusalRecord read(CompactReader in) {
    Refusal code = Refusal.ofWord(String.valueOf(in.readString("code"))).orElse(Refusal.OVERLOADED);
    return new RefusalRecord(
        in.readInt64("atMs"),
        String.valueOf(in.readString("clientId")),
        String.valueOf(in.readString("edgeId")),
        MessageKind.ofWord(String.valueOf(in.readString("kind"))).orElse(null),
        new Refused(code, String.valueOf(in.readString("reason"))));
  }

  @Override
  public void write(CompactWriter out, RefusalRecord record) {
    MessageKind kind = record.kind();
    out.writeInt64("atMs", record.atMs());
    out.writeString("clientId", record.clientId());
    out.writeString("edgeId", record.edgeId());
    out.writeString("kind", kind == null ? null : kind.word());
    out.writeString("code", record.refused().code().word());
    out.writeString("reason", record.refused().reason());
  }

  @Override
  public String getTypeName() {
    return "refusal";
  }

  @Override
  public Class<RefusalRecord> getCompactClass() {
    return RefusalRecord.class;
  }
}
