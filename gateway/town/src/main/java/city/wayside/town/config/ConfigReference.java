package city.wayside.town.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes the reference of all keys, `docs/CONFIGURATION.md`.
public final class ConfigReference {

  private ConfigReference() {}

  /// The reference of a record of settings, in Markdown.
  public static String markdown(Class<? extends Record> type) {
    StringBuilder out = new StringBuilder(8192);
    out.append(
        """
        # Configuration

        One YAML file, given as `wayside run --config FILE`. Every key has a default and may be left
        out, except where the table says "none". Each key can be overridden by the environment
        variable beside it. `wayside check-config FILE` names every problem with file, line, key,
        value and what is allowed; an unknown key or variable is a problem, too.

        - A list is written as a YAML list; in a variable with commas: `a,b`.
        - Paths are relative to the folder in which the process was started.
        - A secret never stands in the file: write `{ file: /path/of/the/secret }` or set the
          variable, or the variable with `_FILE` to the path of the file that holds it.
        - An empty variable counts as not set. Variables that Kubernetes makes for services
          (`WAYSIDE_…_SERVICE_HOST`, `WAYSIDE_…_PORT=tcp://…`) are passed over.
        - The file is at most %d KiB, without YAML anchors and aliases.

        This page is generated from the program; do not edit it.
        """
            .formatted(YamlFile.BYTES_MAX / 1024));
    Schema.sections(Schema.of(type)).forEach(section -> section(section, out));
    return out.toString();
  }

  private static void section(Item.Section section, StringBuilder out) {
    List<Item.Key> keys =
        section.items().stream()
            .filter(Item.Key.class::isInstance)
            .map(Item.Key.class::cast)
            .toList();
    if (keys.isEmpty()) {
      return;
    }
    if (!section.path().isEmpty()) {
      out.append("\n## ").append(section.path()).append("\n\n");
      out.append(section.sentence());
      out.append(section.nullable() ? " May be left out as a whole.\n" : "\n");
    }
    out.append("\n| key | meaning | type | default | variable |\n|---|---|---|---|---|\n");
    for (Item.Key key : keys) {
      out.append("| `").append(key.path()).append("` | ").append(cell(key.sentence()));
      out.append(" | ").append(cell(type(key))).append(" | ").append(otherwise(key));
      out.append(" | `").append(key.environmentName()).append("` |\n");
    }
  }

  private static String type(Item.Key key) {
    String words =
        key.type() == ValueType.CHOICE
            ? Allowed.choices(key).stream()
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", "))
            : key.type().words();
    return words + Allowed.range(key);
  }

  private static String otherwise(Item.Key key) {
    if (!key.otherwise().isEmpty()) {
      boolean isWord = key.type() == ValueType.CHOICE;
      String shown =
          isWord ? key.otherwise().toLowerCase(Locale.ROOT).replace('_', '-') : key.otherwise();
      return "`" + cell(shown) + "`";
    }
    boolean mayBeAbsent =
        key.nullable() || key.type() == ValueType.TEXT || key.type() == ValueType.LIST;
    return mayBeAbsent ? "not set" : "none";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
