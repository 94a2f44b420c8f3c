package city.wayside.grid.form;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// A closed window's revision and chunks.
final class ClosedWindowForm implements CompactSerializer<ClosedWindow> {

  @Override
  public ClosedWindow read(CompactReader in) {
    return new ClosedWindow(
        in.readInt32("revision"), Columns.orEmpty(in.readArrayOfInt32("chunks")));
  }

  @Override
  public void write(CompactWriter out, ClosedWindow window) {
    out.writeInt32("revision", window.revision());
    out.writeArrayOfInt32("chunks", Columns.orAbsent(window.chunks()));
  }

  @Override
  public String getTypeName() {
    return "closedWindow";
  }

  @Override
  public Class<ClosedWindow> getCompactClass() {
    return ClosedWindow.class;
  }
}
