package city.wayside.grid;

import city.wayside.grid.entry.EntryForms;
import city.wayside.grid.form.Forms;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.IndexConfig;
import com.hazelcast.config.IndexType;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.RingbufferConfig;
import java.util.List;

/// Our settings in Hazelcast's words.
final class HazelcastSettings {

  private static final int UNLIMITED = 0;
  private static final int FOREVER = 0;

  /// What was learned of the speeds of a segment on which nobody drove undisturbed for four weeks,
  /// or of a network that is used no more, is forgotten.
  private static final int SPEEDS_KEEP_S = 28 * 86_400;

  private HazelcastSettings() {}

  static Config member(GridConfig grid) {
    Config config = new Config();
    config.setClusterName(grid.clusterName());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    // Our own shutdown stops the grid, after everything that uses it.
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.health.monitoring.level", "OFF");
    config.setProperty("hazelcast.partition.count", String.valueOf(grid.partitionCount()));
    config.setProperty("hazelcast.wait.seconds.before.join", "1");
    // A write whose backup did not answer is not done: it fails, and is sent again.
    config.setProperty("hazelcast.operation.fail.on.indeterminate.state", "true");
    config.getMetricsConfig().setEnabled(false);
    config.getJetConfig().setEnabled(false);
    config.getSerializationConfig().setCheckClassDefErrors(true);
    Forms.register(config.getSerializationConfig().getCompactSerializationConfig());
    EntryForms.register(config.getSerializationConfig().getCompactSerializationConfig());
    network(config, grid);
    maps(config, grid);
    KeepConfig keep = grid.keep();
    config
        .addRingBufferConfig(ring(Store.CHANGES, grid, keep.changesKept(), FOREVER))
        .addRingBufferConfig(
            ring(Store.bellOf(Store.CHANGES), grid, NumberedRing.BELLS_KEPT, FOREVER))
        .addRingBufferConfig(ring(Store.DOWNLINK, grid, keep.downlinkKept(), keep.downlinkKeepS()))
        .addRingBufferConfig(
            ring(Store.bellOf(Store.DOWNLINK), grid, NumberedRing.BELLS_KEPT, FOREVER))
        .addRingBufferConfig(ring(Store.REFUSALS, grid, grid.accounts().refusalsKept(), FOREVER));
    return config;
  }

  static RingbufferConfig ring(String name, GridConfig grid, int kept, int ttlS) {
    return new RingbufferConfig(name)
        .setCapacity(kept)
        .setInMemoryFormat(InMemoryFormat.BINARY)
        .setBackupCount(grid.backupCount())
        .setTimeToLiveSeconds(ttlS);
  }

  private static void network(Config config, GridConfig grid) {
    boolean anyAddress = grid.bindAddress().equals("0.0.0.0");
    config.setProperty("hazelcast.socket.bind.any", String.valueOf(anyAddress));
    NetworkConfig network = config.getNetworkConfig();
    network.setPort(grid.port()).setPortAutoIncrement(false);
    if (!anyAddress) {
      network.getInterfaces().setEnabled(true).addInterface(grid.bindAddress());
    }
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    // Also without members to look for: others may look for this one.
    join.getTcpIpConfig().setEnabled(true).setMembers(List.copyOf(grid.members()));
  }

  private static void maps(Config config, GridConfig grid) {
    KeepConfig keep = grid.keep();
    config
        .addMapConfig(map(Store.STATIONS, grid, keep.stationTtlS(), keep.stationsCountMax()))
        .addMapConfig(
            map(Store.TALLIES_PREFIX + "*", grid, keep.tallyKeepS(), keep.talliesCountMax())
                .addIndexConfig(new IndexConfig(IndexType.HASH, Forms.WINDOW_START_MS)))
        .addMapConfig(map(Store.SPEEDS_PREFIX + "*", grid, SPEEDS_KEEP_S, UNLIMITED))
        .addMapConfig(map(Store.TRAFFIC, grid, keep.windowKeepS(), UNLIMITED))
        .addMapConfig(map(Store.WINDOWS, grid, keep.windowKeepS(), UNLIMITED))
        // Their entries have times to live of their own.
        .addMapConfig(map(Store.RETAINED, grid, FOREVER, keep.retainedCountMax()))
        .addMapConfig(map(Store.SESSIONS, grid, FOREVER, keep.sessionsCountMax()))
        .addMapConfig(map(Store.EVENTS, grid, FOREVER, keep.eventsCountMax()))
        .addMapConfig(
            map(
                Store.CLIENT_FIGURES,
                grid,
                grid.accounts().clientTtlS(),
                grid.accounts().clientsCountMax()))
        .addMapConfig(map(Store.ZONES, grid, keep.windowKeepS(), UNLIMITED))
        .addMapConfig(map(Store.PLACES, grid, FOREVER, UNLIMITED))
        .addMapConfig(map(Store.MARKS, grid, FOREVER, UNLIMITED))
        .addMapConfig(map(Store.FENCES, grid, FOREVER, UNLIMITED))
        .addMapConfig(
            map(Store.CLIENTS, grid, FOREVER, UNLIMITED)
                .addIndexConfig(new IndexConfig(IndexType.HASH, Forms.SHOWN + "[any]")));
  }

  private static MapConfig map(String name, GridConfig grid, int ttlS, int countMax) {
    MapConfig map =
        new MapConfig(name)
            .setInMemoryFormat(InMemoryFormat.BINARY)
            .setBackupCount(grid.backupCount())
            .setStatisticsEnabled(false)
            .setTimeToLiveSeconds(ttlS);
    if (countMax != UNLIMITED) {
      map.getEvictionConfig()
          .setEvictionPolicy(EvictionPolicy.LRU)
          .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
          .setSize(countMax);
    }
    return map;
  }

  /// @param connectMsMax how long a client looks for a member when it starts
  static ClientConfig client(GridConfig grid, long connectMsMax) {
    ClientConfig config = new ClientConfig();
    config.setClusterName(grid.clusterName());
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.client.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.client.operation.fail.on.indeterminate.state", "true");
    config.getMetricsConfig().setEnabled(false);
    Forms.register(config.getSerializationConfig().getCompactSerializationConfig());
    EntryForms.register(config.getSerializationConfig().getCompactSerializationConfig());
    List<String> addresses =
        grid.members().isEmpty() ? List.of(grid.bindAddress() + ":" + grid.port()) : grid.members();
    config.getNetworkConfig().setAddresses(List.copyOf(addresses));
    // While no member answers, calls fail at once and are repeated by their callers' own rules.
    config.getConnectionStrategyConfig().setReconnectMode(ReconnectMode.ASYNC);
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(connectMsMax);
    return config;
  }
}
