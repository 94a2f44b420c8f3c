package city.wayside.messages.uper;

import java.util.ArrayList;
import java.util.List;

/// Declares a choice alternative by alternative. What comes after [#extensible] is an extension.
public final class ChoiceBuilder {

  private final String name;
  private final List<Field> alternatives = new ArrayList<>();
  private int rootCount = -1;

  ChoiceBuilder(String name) {
    this.name = name;
  }

  /// An alternative.
  public ChoiceBuilder or(String alternative, Type type) {
    alternatives.add(new Field(alternative, type, false, false, -1, Tape.ABSENT));
    return this;
  }

  /// `...`
  public ChoiceBuilder extensible() {
    rootCount = alternatives.size();
    return this;
  }

  /// The type.
  public ChoiceType end() {
    boolean extensible = rootCount >= 0;
    int root = extensible ? rootCount : alternatives.size();
    return new ChoiceType(name, alternatives, root, extensible);
  }
}
