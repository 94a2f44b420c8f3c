package city.wayside.town.config;

import java.util.List;

/// What a configuration file says, before anybody asked what it should say.
sealed interface Given {

  /// Where it stands.
  Place place();

  /// A single word, number or text.
  record Scalar(Place place, String text) implements Given {}

  /// A list.
  record Items(Place place, List<Given> items) implements Given {}

  /// A section: keys and what they are given.
  record Fields(Place place, List<Field> fields) implements Given {}

  /// A key without a value.
  record Nothing(Place place) implements Given {}

  /// One key of a section.
  ///
  /// @param place where the key stands
  record Field(Place place, String name, Given value) {}
}
