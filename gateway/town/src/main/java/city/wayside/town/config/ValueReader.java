package city.wayside.town.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what is written into what a key's type asks for; what does not fit becomes a problem.
final class ValueReader {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  /// The value that a file gives to a key; `null` after a problem.
  @Nullable Object read(Item.Key key, Given given) {
    return switch (given) {
      case Given.Scalar scalar -> read(key, scalar);
      case Given.Items items when key.type() == ValueType.LIST -> list(key, items);
      case Given.Items items -> unfit(key, items.place(), "is a list");
      case Given.Fields fields -> unfit(key, fields.place(), "is a section");
      case Given.Nothing nothing -> unfit(key, nothing.place(), "has no value");
    };
  }

  /// The value that one word gives to a key; `null` after a problem.
  @Nullable Object read(Item.Key key, Given.Scalar scalar) {
    String text = scalar.text();
    return switch (key.type()) {
      case TEXT -> text;
      case WHOLE -> whole(key, scalar, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG_WHOLE -> whole(key, scalar, Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMBER -> number(key, scalar);
      case SWITCH ->
          switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> unfit(key, scalar.place(), "is " + Problems.shown(text));
          };
      case CHOICE -> choice(key, scalar);
      case FILE -> path(key, scalar);
      case SECRET -> throw new IllegalStateException(key.path() + " is read by SecretReader");
      case LIST -> Allowed.list(text);
    };
  }

  private @Nullable Object whole(Item.Key key, Given.Scalar scalar, long least, long most) {
    if (WHOLE.matcher(scalar.text()).matches()) {
      try {
        long number = Long.parseLong(scalar.text());
        if (number >= least && number <= most && Allowed.inRange(key, (double) number)) {
          return key.type() == ValueType.WHOLE ? (Object) (int) number : (Object) number;
        }
      } catch (NumberFormatException _) {
        // Nineteen digits can be more than a long holds; told below like any other misfit.
      }
    }
    return unfit(key, scalar.place(), "is " + Problems.shown(scalar.text()));
  }

  private @Nullable Object number(Item.Key key, Given.Scalar scalar) {
    if (NUMBER.matcher(scalar.text()).matches()) {
      double number = Double.parseDouble(scalar.text());
      if (Double.isFinite(number) && Allowed.inRange(key, number)) {
        return number;
      }
    }
    return unfit(key, scalar.place(), "is " + Problems.shown(scalar.text()));
  }

  private @Nullable Object choice(Item.Key key, Given.Scalar scalar) {
    for (Object constant : key.component().getType().getEnumConstants()) {
      if (Allowed.isWordOf((Enum<?>) constant, scalar.text())) {
        return constant;
      }
    }
    return unfit(key, scalar.place(), "is " + Problems.shown(scalar.text()));
  }

  private @Nullable Object path(Item.Key key, Given.Scalar scalar) {
    try {
      if (!scalar.text().isEmpty()) {
        return Path.of(scalar.text());
      }
    } catch (InvalidPathException _) {
      // Told below like any other misfit.
    }
    return unfit(key, scalar.place(), "is " + Problems.shown(scalar.text()));
  }

  private @Nullable Object list(Item.Key key, Given.Items items) {
    List<String> texts = new ArrayList<>();
    int before = problems.count();
    for (Given item : items.items()) {
      if (item instanceof Given.Scalar scalar) {
        texts.add(scalar.text());
      } else {
        unfit(key, item.place(), "has an element that is no text");
      }
    }
    return problems.count() == before ? List.copyOf(texts) : null;
  }

  private @Nullable Object unfit(Item.Key key, Place place, String fault) {
    problems.add(place, key.path(), fault, "allowed is " + Allowed.words(key));
    return null;
  }
}
