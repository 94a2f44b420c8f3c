package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CHOICE`. Its cell is the index of a block of two: the alternative's position, root first, then
/// extensions, and the value's cell; for an extension that nobody has named yet, the cell of its
/// octets. X.691 §23.
public final class ChoiceType extends Type {

  /// The highest number of an extension that is kept.
  private static final int EXTENSIONS_MAX = 256;

  private final String name;
  private final List<Field> alternatives;
  private final Type[] rootTypes;
  private final int rootCount;
  private final boolean extensible;
  private final int width;

  ChoiceType(String name, List<Field> alternatives, int rootCount, boolean extensible) {
    this.name = name;
    this.alternatives = List.copyOf(alternatives);
    this.rootCount = rootCount;
    this.rootTypes =
        alternatives.subList(0, rootCount).stream().map(Field::type).toArray(Type[]::new);
    this.extensible = extensible;
    this.width = Lengths.width(rootCount - 1);
  }

  /// Its name in the standard.
  public String name() {
    return name;
  }

  /// The alternatives, root and known extensions.
  public List<Field> alternatives() {
    return alternatives;
  }

  /// How many alternatives belong to the root.
  public int rootCount() {
    return rootCount;
  }

  /// True when alternatives may come that are not known.
  public boolean isExtensible() {
    return extensible;
  }

  /// The alternative at a position, or nothing for an extension that is not known.
  public @Nullable Field alternative(long position) {
    return position < alternatives.size() ? alternatives.get((int) position) : null;
  }

  /// The position of an alternative, or -1.
  public int position(String alternative) {
    for (int i = 0; i < alternatives.size(); i++) {
      if (alternatives.get(i).name().equals(alternative)) {
        return i;
      }
    }
    return -1;
  }

  /// The least position of an alternative that is not known.
  public int unknownMin() {
    return alternatives.size();
  }

  /// The largest position of an alternative that is not known; below [#unknownMin()] when none may
  /// come.
  public int unknownMax() {
    return extensible ? rootCount + EXTENSIONS_MAX - 1 : -1;
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    if (extensible && in.bit()) {
      return decodeExtension(in, tape);
    }
    int position = (int) in.bits(width);
    if (position >= rootCount) {
      throw noAlternative(position, in);
    }
    int at = tape.reserve(2);
    tape.set(at, position);
    try {
      tape.set(at + 1, rootTypes[position].decode(in, tape));
    } catch (Malformed malformed) {
      throw malformed.in(alternatives.get(position).name());
    }
    return at;
  }

  private long decodeExtension(BitReader in, Tape tape) throws Malformed {
    int position = rootCount + Lengths.small(in);
    if (position >= rootCount + EXTENSIONS_MAX) {
      throw noAlternative(position, in);
    }
    int at = tape.reserve(2);
    tape.set(at, position);
    Field alternative = alternative(position);
    if (alternative == null) {
      tape.set(at + 1, OpenType.raw().decode(in, tape));
      return at;
    }
    try {
      tape.set(at + 1, OpenType.decodeOpen(alternative.type(), in, tape));
    } catch (Malformed malformed) {
      throw malformed.in(alternative.name());
    }
    return at;
  }

  private Malformed noAlternative(int position, BitReader in) {
    return new Malformed(
        Refusal.OUT_OF_RANGE,
        "is alternative " + position + ", must be 0 to " + (alternatives.size() - 1),
        in.offset());
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    int position = (int) tape.cell((int) cell);
    long value = tape.cell((int) cell + 1);
    Field alternative = alternative(position);
    boolean root = position < rootCount;
    if (extensible) {
      out.bit(!root);
    }
    try {
      if (root && alternative != null) {
        out.bits(position, width);
        alternative.type().encode(value, tape, out);
        return;
      }
      Lengths.writeSmall(position - rootCount, out);
      if (alternative == null) {
        OpenType.raw().encode(value, tape, out);
      } else {
        OpenType.encodeOpen(alternative.type(), value, tape, out);
      }
    } catch (Malformed malformed) {
      throw alternative == null ? malformed : malformed.in(alternative.name());
    }
  }

  @Override
  int bitsMin() {
    int least = Integer.MAX_VALUE;
    for (Field alternative : alternatives.subList(0, rootCount)) {
      least = Math.min(least, alternative.type().bitsMin());
    }
    return extensible ? 1 : width + least;
  }
}
