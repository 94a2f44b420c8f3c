package city.wayside.town.config;

import java.lang.reflect.RecordComponent;
import java.util.List;

/// What a configuration may say: a section of items, or a key with one value.
sealed interface Item {

  /// The full path, such as `edge.mqtt.port`; empty for the root.
  String path();

  /// What it decides, in one sentence.
  String sentence();

  /// True when it may be absent, as `null`.
  boolean nullable();

  /// The last word of the path.
  default String name() {
    return path().substring(path().lastIndexOf('.') + 1);
  }

  /// A record of settings.
  ///
  /// @param type the record that holds its values
  /// @param items its keys and sections, in the record's order
  record Section(
      String path,
      String sentence,
      boolean nullable,
      Class<? extends Record> type,
      List<Item> items)
      implements Item {}

  /// A single setting.
  ///
  /// @param component the record component that holds its value
  /// @param type what it may hold
  /// @param otherwise the default as it would stand in the file; empty for "not set"
  /// @param min the smallest number that is allowed
  /// @param max the largest number that is allowed
  record Key(
      String path,
      String sentence,
      boolean nullable,
      RecordComponent component,
      ValueType type,
      String otherwise,
      double min,
      double max)
      implements Item {

    /// The environment variable that overrides the key.
    String environmentName() {
      return EnvironmentName.of(path);
    }
  }
}
