package city.wayside.edge.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Properties that were received.
///
/// @param values the values of each, in their order: [Long], [String], [Pair], or [Blob]
public record Properties(Map<Prop, List<Object>> values) {

  /// None.
  public static final Properties NONE = new Properties(Map.of());

  /// A user property.
  public record Pair(String name, String value) {}

  /// Binary data.
  public record Blob(byte[] octets) {}

  /// Takes a copy.
  public Properties {
    Map<Prop, List<Object>> copy = new EnumMap<>(Prop.class);
    values.forEach((prop, several) -> copy.put(prop, List.copyOf(several)));
    values = copy;
  }

  /// True when there is such a property.
  public boolean has(Prop prop) {
    return values.containsKey(prop);
  }

  /// The value of a property that is a number; empty when there is none.
  public OptionalLong number(Prop prop) {
    return values.containsKey(prop)
        ? OptionalLong.of((Long) all(prop).getFirst())
        : OptionalLong.empty();
  }

  /// The value of a property that is a string; absent when there is none.
  public @Nullable String text(Prop prop) {
    return values.containsKey(prop) ? (String) all(prop).getFirst() : null;
  }

  /// All values of a property.
  public List<Object> all(Prop prop) {
    return values.getOrDefault(prop, List.of());
  }
}
