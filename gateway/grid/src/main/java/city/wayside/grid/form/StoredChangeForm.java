package city.wayside.grid.form;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// A change: 12 bytes for each chunk with changed records.
final class StoredChangeForm implements CompactSerializer<StoredChange> {

  @Override
  public StoredChange read(CompactReader in) {
    return new StoredChange(
        in.readInt32("lengthS"),
        in.readInt64(Forms.WINDOW_START_MS),
        in.readInt32("revision"),
        Columns.orEmpty(in.readArrayOfInt32("chunks")),
        Columns.orEmpty(in.readArrayOfInt64("marks")));
  }

  @Override
  public void write(CompactWriter out, StoredChange change) {
    out.writeInt32("lengthS", change.lengthS());
    out.writeInt64(Forms.WINDOW_START_MS, change.startMs());
    out.writeInt32("revision", change.revision());
    out.writeArrayOfInt32("chunks", Columns.orAbsent(change.chunks()));
    out.writeArrayOfInt64("marks", Columns.orAbsent(change.marks()));
  }

  @Override
  public String getTypeName() {
    return "change";
  }

  @Override
  public Class<StoredChange> getCompactClass() {
    return StoredChange.class;
  }
}
