package city.wayside.grid.form;

import city.wayside.model.downlink.SessionMoved;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// Word that a client has connected elsewhere.
final class SessionMovedForm implements CompactSerializer<SessionMoved> {

  @Override
  public SessionMoved read(CompactReader in) {
    return new SessionMoved(
        String.valueOf(in.readString("clientId")),
        in.readInt64("epoch"),
        String.valueOf(in.readString("edgeId")));
  }

  @Override
  public void write(CompactWriter out, SessionMoved moved) {
    out.writeString("clientId", moved.clientId());
    out.writeInt64("epoch", moved.epoch());
    out.writeString("edgeId", moved.edgeId());
  }

  @Override
  public String getTypeName() {
    return "sessionMoved";
  }

  @Override
  public Class<SessionMoved> getCompactClass() {
    return SessionMoved.class;
  }
}
