package city.wayside.town.config;

import city.wayside.model.config.Secret;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds the records of settings: each key from the environment, else from the file, else from its
/// default.
final class Binder {

  private final Item.Section root;
  private final Environment environment;
  private final Problems problems;
  private final ValueReader values;
  private final SecretReader secrets;

  Binder(Item.Section root, Environment environment, Problems problems) {
    this.root = root;
    this.environment = environment;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.secrets = new SecretReader(problems);
  }

  /// The root record; `null` when there are problems.
  @Nullable Record bind(Given.Fields file) {
    Record bound = section(root, file);
    environment.refuseUnknown(Schema.keys(root).toList(), problems);
    return problems.count() == 0 ? bound : null;
  }

  private @Nullable Record section(Item.Section section, Given.Fields given) {
    int before = problems.count();
    refuseUnknown(section, given);
    @Nullable Object[] arguments = new @Nullable Object[section.items().size()];
    for (int i = 0; i < arguments.length; i++) {
      Item item = section.items().get(i);
      Optional<Given.Field> field =
          given.fields().stream().filter(found -> found.name().equals(item.name())).findFirst();
      arguments[i] =
          switch (item) {
            case Item.Section inner -> inner(inner, given.place(), field.map(Given.Field::value));
            case Item.Key key -> key(key, given.place(), field.map(Given.Field::value));
          };
    }
    return problems.count() == before ? construct(section, given.place(), arguments) : null;
  }

  private @Nullable Record inner(Item.Section section, Place outer, Optional<Given> given) {
    if (given.isEmpty() && section.nullable() && !environment.touches(section)) {
      return null;
    }
    return switch (given.orElse(new Given.Nothing(outer))) {
      case Given.Fields fields -> section(section, fields);
      case Given.Nothing nothing -> section(section, new Given.Fields(nothing.place(), List.of()));
      case Given.Scalar scalar -> noSection(section, scalar.place(), Problems.shown(scalar.text()));
      case Given.Items items -> noSection(section, items.place(), "a list");
    };
  }

  private @Nullable Record noSection(Item.Section section, Place place, String what) {
    List<String> names = section.items().stream().map(Item::name).toList();
    problems.add(
        place,
        section.path(),
        "is " + what,
        "allowed is a section with the keys " + String.join(", ", names));
    return null;
  }

  private @Nullable Object key(Item.Key key, Place section, Optional<Given> given) {
    if (key.type() == ValueType.SECRET) {
      return secret(key, section, given);
    }
    Optional<Given.Scalar> override = environment.value(key.environmentName());
    if (override.isPresent()) {
      return values.read(key, override.get());
    }
    if (given.isPresent()) {
      boolean unset = key.nullable() && given.get() instanceof Given.Nothing;
      return unset ? null : values.read(key, given.get());
    }
    if (!key.otherwise().isEmpty()) {
      return values.read(key, new Given.Scalar(Place.of("default"), key.otherwise()));
    }
    if (key.nullable()) {
      return null;
    }
    return switch (key.type()) {
      case TEXT -> "";
      case LIST -> List.of();
      default -> missing(key, section);
    };
  }

  private @Nullable Secret secret(Item.Key key, Place section, Optional<Given> given) {
    Optional<Given.Scalar> override = environment.value(key.environmentName());
    if (override.isPresent()) {
      return new Secret(override.get().text());
    }
    Optional<Given.Scalar> file =
        environment.value(key.environmentName() + Environment.FILE_SUFFIX);
    if (file.isPresent()) {
      return secrets.fromFile(key, file.get());
    }
    if (given.isPresent() && !(given.get() instanceof Given.Nothing)) {
      return secrets.fromGiven(key, given.get());
    }
    if (!key.nullable()) {
      missing(key, section);
    }
    return null;
  }

  private @Nullable Object missing(Item.Key key, Place section) {
    problems.add(section, key.path(), "is missing", "allowed is " + Allowed.words(key));
    return null;
  }

  private void refuseUnknown(Item.Section section, Given.Fields given) {
    List<String> names = section.items().stream().map(Item::name).toList();
    for (Given.Field field : given.fields()) {
      if (!names.contains(field.name())) {
        String path = section.path().isEmpty() ? field.name() : section.path() + "." + field.name();
        problems.add(field.place(), path, "is an unknown key", remedy(section, field.name()));
      }
    }
  }

  /// Looks for what was meant beside the unknown key first, then anywhere.
  private String remedy(Item.Section section, String name) {
    List<String> names = section.items().stream().map(Item::name).toList();
    String prefix = section.path().isEmpty() ? "" : section.path() + ".";
    Optional<String> near = Suggestion.nearest(name, names).map(found -> prefix + found);
    if (near.isEmpty()) {
      near =
          Schema.keys(root)
              .filter(key -> key.name().equalsIgnoreCase(name))
              .map(Item.Key::path)
              .findFirst();
    }
    return near.map(found -> "did you mean " + found + "?")
        .orElseGet(() -> "allowed are the keys " + String.join(", ", names));
  }

  private @Nullable Record construct(
      Item.Section section, Place place, @Nullable Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(section.type().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = section.type().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        problems.add(
            place,
            section.path(),
            String.valueOf(refused.getMessage()),
            "these settings depend on each other");
        return null;
      }
      throw new IllegalStateException(section.type() + " cannot be built", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(section.type() + " is no record of settings", e);
    }
  }
}
