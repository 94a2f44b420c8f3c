package city.wayside.grid.form;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// The key of a chunk. A key's form must never change: the same key would become another.
final class ChunkKeyForm implements CompactSerializer<ChunkKey> {

  @Override
  public ChunkKey read(CompactReader in) {
    return new ChunkKey(
        in.readInt32("lengthS"), in.readInt64(Forms.WINDOW_START_MS), in.readInt32("chunk"));
  }

  @Override
  public void write(CompactWriter out, ChunkKey key) {
    out.writeInt32("lengthS", key.lengthS());
    out.writeInt64(Forms.WINDOW_START_MS, key.startMs());
    out.writeInt32("chunk", key.chunk());
  }

  @Override
  public String getTypeName() {
    return "chunkKey";
  }

  @Override
  public Class<ChunkKey> getCompactClass() {
    return ChunkKey.class;
  }
}
