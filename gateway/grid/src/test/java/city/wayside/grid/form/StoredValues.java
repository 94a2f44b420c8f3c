package city.wayside.grid.form;

import city.wayside.grid.entry.EntryForms;
import com.hazelcast.config.CompactSerializationConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.jspecify.annotations.Nullable;

/// A member that knows all forms, through which values go.
public final class StoredValues implements AutoCloseable {

  private final HazelcastInstance hazelcast;
  private final IMap<Object, Object> map;

  /// Starts the member.
  public StoredValues() {
    Config config = new Config();
    config.setClusterName("forms-" + ProcessHandle.current().pid());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.partition.count", "3");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.getNetworkConfig().setPort(0).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    CompactSerializationConfig forms =
        config.getSerializationConfig().getCompactSerializationConfig();
    Forms.register(forms);
    EntryForms.register(forms);
    hazelcast = Hazelcast.newHazelcastInstance(config);
    map = hazelcast.getMap("forms");
  }

  /// A value as it is read after it was written.
  public @Nullable Object stored(Object value) {
    map.set(0, value);
    return map.get(0);
  }

  @Override
  public void close() {
    hazelcast.shutdown();
  }
}
