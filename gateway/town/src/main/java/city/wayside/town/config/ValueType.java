package city.wayside.town.config;

import city.wayside.model.config.Secret;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;

/// What a key may hold.
enum ValueType {
  TEXT("text"),
  WHOLE("whole number"),
  LONG_WHOLE("whole number"),
  NUMBER("number"),
  SWITCH("true or false"),
  CHOICE("one word"),
  FILE("path"),
  SECRET("secret"),
  LIST("list of texts");

  private final String words;

  ValueType(String words) {
    this.words = words;
  }

  /// The type in words, for the reference.
  String words() {
    return words;
  }

  /// The type of a record component.
  ///
  /// @throws IllegalArgumentException when settings cannot have that type
  static ValueType of(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return TEXT;
    } else if (type == int.class || type == Integer.class) {
      return WHOLE;
    } else if (type == long.class || type == Long.class) {
      return LONG_WHOLE;
    } else if (type == double.class || type == Double.class) {
      return NUMBER;
    } else if (type == boolean.class || type == Boolean.class) {
      return SWITCH;
    } else if (type.isEnum()) {
      return CHOICE;
    } else if (type == Path.class) {
      return FILE;
    } else if (type == Secret.class) {
      return SECRET;
    } else if (type == List.class) {
      return LIST;
    }
    throw new IllegalArgumentException(
        component.getDeclaringRecord().getName() + "." + component.getName() + ": " + type);
  }
}
