package city.wayside.messages.uper;

import java.util.ArrayList;
import java.util.List;

/// Declares a sequence field by field. What comes after [#extensible] is an extension addition.
public final class SequenceBuilder {

  private static final int NO_KEY = -1;

  private final String name;
  private final List<Field> fields = new ArrayList<>();
  private int rootCount = -1;

  SequenceBuilder(String name) {
    this.name = name;
  }

  /// A field that must be there; as an addition it may be missing.
  public SequenceBuilder field(String field, Type type) {
    fields.add(new Field(field, type, rootCount >= 0, false, NO_KEY, Tape.ABSENT));
    return this;
  }

  /// `DEFAULT`: a field that may be left out, and then has this value.
  public SequenceBuilder defaulting(String field, Type type, long value) {
    fields.add(new Field(field, type, true, false, NO_KEY, value));
    return this;
  }

  /// `DEFAULT` of an enumeration.
  public SequenceBuilder defaulting(String field, EnumeratedType type, String word) {
    return defaulting(field, type, type.position(word));
  }

  /// `OPTIONAL`: a field that may be left out.
  public SequenceBuilder optional(String field, Type type) {
    fields.add(new Field(field, type, true, false, NO_KEY, Tape.ABSENT));
    return this;
  }

  /// A field of an open type.
  ///
  /// @param key the field before it that tells its type
  public SequenceBuilder open(String field, OpenType type, String key) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(key)) {
        fields.add(new Field(field, type, false, false, i, Tape.ABSENT));
        return this;
      }
    }
    throw new IllegalArgumentException(name + " has no field " + key);
  }

  /// `...`
  public SequenceBuilder extensible() {
    rootCount = fields.size();
    return this;
  }

  /// `[[ ... ]]`: additions that came together in one version.
  public SequenceBuilder group(SequenceBuilder members) {
    fields.add(new Field(members.name, members.end(), true, true, NO_KEY, Tape.ABSENT));
    return this;
  }

  /// The type.
  public SequenceType end() {
    boolean extensible = rootCount >= 0;
    return new SequenceType(name, fields, extensible ? rootCount : fields.size(), extensible);
  }
}
