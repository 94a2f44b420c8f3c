package city.wayside.grid;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.rollup.CountedConfig;
import city.wayside.grid.rollup.FlowConfig;
import city.wayside.grid.rollup.FreeFlowConfig;
import city.wayside.grid.rollup.RollUpConfig;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.model.config.Setting;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void aMemberCallsNobodyAndListensOnLoopbackOnly() {
    Config config = HazelcastSettings.member(GridConfig.defaults());

    assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
    assertThat(config.getProperty("hazelcast.socket.bind.any")).isEqualTo("false");
    assertThat(config.getProperty("hazelcast.shutdownhook.enabled")).isEqualTo("false");
    assertThat(config.getNetworkConfig().getInterfaces().getInterfaces())
        .containsExactly("127.0.0.1");
    assertThat(config.getNetworkConfig().isPortAutoIncrement()).isFalse();
    assertThat(config.getNetworkConfig().getJoin().getMulticastConfig().isEnabled()).isFalse();
    assertThat(config.getNetworkConfig().getJoin().isAutoDetectionEnabled()).isFalse();
  }

  @Test
  void aWriteWithoutBackupIsAFailedWrite() {
    assertThat(
            HazelcastSettings.member(GridConfig.defaults())
                .getProperty("hazelcast.operation.fail.on.indeterminate.state"))
        .isEqualTo("true");
    assertThat(
            HazelcastSettings.client(GridConfig.defaults(), 1000)
                .getProperty("hazelcast.client.operation.fail.on.indeterminate.state"))
        .isEqualTo("true");
  }

  @Test
  void everyMapIsBinaryBackedUpAndWithoutStatistics() {
    Config config = HazelcastSettings.member(GridConfig.defaults());

    for (MapConfig map : config.getMapConfigs().values()) {
      if (!map.getName().equals("default")) {
        assertThat(map.getInMemoryFormat()).as(map.getName()).isEqualTo(InMemoryFormat.BINARY);
        assertThat(map.getBackupCount()).as(map.getName()).isEqualTo(1);
        assertThat(map.isStatisticsEnabled()).as(map.getName()).isFalse();
      }
    }
  }

  @Test
  void aClientLooksForAllMembersOrForTheOneItIsToldOf() {
    ClientConfig alone = HazelcastSettings.client(GridConfig.defaults(), 1000);
    ClientConfig many =
        HazelcastSettings.client(
            GridConfig.defaults().withMembers(List.of("a:5701", "b:5702")), 1000);

    assertThat(alone.getNetworkConfig().getAddresses()).containsExactly("127.0.0.1:5701");
    assertThat(many.getNetworkConfig().getAddresses()).containsExactly("a:5701", "b:5702");
  }

  @Test
  void theDocumentedDefaultsAreTheDefaults() {
    assertThat(declared(GridConfig.class))
        .containsEntry("clusterName", GridConfig.defaults().clusterName())
        .containsEntry("bindAddress", GridConfig.defaults().bindAddress())
        .containsEntry("port", "5701")
        .containsEntry("members", "")
        .containsEntry("backupCount", "1")
        .containsEntry("partitionCount", "31");
    assertThat(parsed(KeepConfig.class)).isEqualTo(numbers(KeepConfig.defaults()));
    assertThat(parsed(AccountKeepConfig.class)).isEqualTo(numbers(AccountKeepConfig.defaults()));
    assertThat(parsed(RollUpConfig.class)).isEqualTo(numbers(RollUpConfig.defaults()));
    assertThat(parsed(FlowConfig.class)).isEqualTo(numbers(FlowConfig.defaults()));
    assertThat(parsed(CountedConfig.class)).isEqualTo(numbers(CountedConfig.defaults()));
    assertThat(parsed(FreeFlowConfig.class)).isEqualTo(numbers(FreeFlowConfig.defaults()));
    assertThat(parsed(RollUpDriverConfig.class)).isEqualTo(numbers(RollUpDriverConfig.defaults()));
  }

  private static Map<String, String> declared(Class<? extends Record> type) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      defaults.put(component.getName(), component.getAnnotation(Setting.class).otherwise());
    }
    return defaults;
  }

  private static Map<String, Double> parsed(Class<? extends Record> type) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    declared(type).forEach((name, text) -> numbers.put(name, Double.valueOf(text)));
    return numbers;
  }

  private static Map<String, Double> numbers(Record settings) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      try {
        Number number = (Number) component.getAccessor().invoke(settings);
        numbers.put(component.getName(), number.doubleValue());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return numbers;
  }
}
