package city.wayside.grid.entry;

import com.hazelcast.config.CompactSerializationConfig;

/// How everything travels that is done to entries.
public final class EntryForms {

  private EntryForms() {}

  /// Makes a member or client know every form.
  public static void register(CompactSerializationConfig config) {
    config.addSerializer(new PutNewerForm()).addSerializer(new ClaimSessionForm());
  }
}
