package city.wayside.messages.uper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a field is in the blocks of a sequence.
///
/// @param group the version bracket it belongs to, or [#NO_GROUP]
/// @param position its place there, or in the sequence itself
public record FieldPlace(int group, int position) {

  /// Stands for a field of the sequence itself.
  public static final int NO_GROUP = -1;

  /// The places of all fields by their names.
  ///
  /// @throws IllegalArgumentException when a name stands twice
  static Map<String, FieldPlace> of(String type, List<Field> fields) {
    Map<String, FieldPlace> places = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (!field.group()) {
        add(places, type, field, new FieldPlace(NO_GROUP, i));
        continue;
      }
      List<Field> members = ((SequenceType) field.type()).fields();
      for (int j = 0; j < members.size(); j++) {
        add(places, type, members.get(j), new FieldPlace(i, j));
      }
    }
    return Map.copyOf(places);
  }

  private static void add(
      Map<String, FieldPlace> places, String type, Field field, FieldPlace place) {
    if (places.put(field.name(), place) != null) {
      throw new IllegalArgumentException(type + " has field " + field.name() + " twice");
    }
  }
}
