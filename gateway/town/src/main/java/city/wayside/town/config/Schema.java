package city.wayside.town.config;

import city.wayside.model.config.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads from the records of settings what a configuration may say.
final class Schema {

  private Schema() {}

  /// The root section of a record of settings.
  ///
  /// @throws IllegalArgumentException when a component is no setting: a mistake in the program
  static Item.Section of(Class<? extends Record> type) {
    return section("", "", false, type);
  }

  /// All keys of a section and the sections in it, in order.
  static Stream<Item.Key> keys(Item.Section section) {
    return section.items().stream()
        .flatMap(item ->
            switch (item) {
              case Item.Section inner -> keys(inner);
              case Item.Key key -> Stream.of(key);
            });
  }

  /// A section and all sections in it, outer before inner.
  static Stream<Item.Section> sections(Item.Section section) {
    Stream<Item.Section> inner =
        section.items().stream()
            .flatMap(item ->
                switch (item) {
                  case Item.Section found -> sections(found);
                  case Item.Key _ -> Stream.empty();
                });
    return Stream.concat(Stream.of(section), inner);
  }

  private static Item.Section section(
      String path, String sentence, boolean nullable, Class<? extends Record> type) {
    List<Item> items = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      items.add(item(path, component));
    }
    return new Item.Section(path, sentence, nullable, type, List.copyOf(items));
  }

  private static Item item(String path, RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName()
              + "."
              + component.getName()
              + " has no @Setting");
    }
    String itemPath = path.isEmpty() ? component.getName() : path + "." + component.getName();
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Class<?> type = component.getType();
    if (type.isRecord() && type != city.wayside.model.config.Secret.class) {
      return section(itemPath, setting.value(), nullable, type.asSubclass(Record.class));
    }
    return new Item.Key(
        itemPath,
        setting.value(),
        nullable,
        component,
        ValueType.of(component),
        setting.otherwise(),
        setting.min(),
        setting.max());
  }
}
