package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `ENUMERATED`, and as lists of two and of one word `BOOLEAN` and `NULL`. Its cell is the word's
/// position: root first, then extensions, also those that nobody has named yet. X.691 §14.
public final class EnumeratedType extends Type {

  /// The highest number of an extension that is kept.
  private static final int EXTENSIONS_MAX = 1 << 16;

  private final List<String> words;
  private final Map<String, Integer> positions = new HashMap<>();
  private final int rootCount;
  private final boolean extensible;
  private final boolean literal;
  private final int width;

  EnumeratedType(List<String> words, int rootCount, boolean extensible, boolean literal) {
    this.words = List.copyOf(words);
    this.rootCount = rootCount;
    this.extensible = extensible;
    this.literal = literal;
    this.width = Lengths.width(Math.max(0, rootCount - 1));
    for (int i = 0; i < words.size(); i++) {
      if (positions.put(words.get(i), i) != null) {
        throw new IllegalArgumentException("the word " + words.get(i) + " stands twice");
      }
    }
  }

  /// The words in order, root and known extensions.
  public List<String> words() {
    return words;
  }

  /// The word at a position, or nothing for an extension that is not known.
  public @Nullable String word(long position) {
    return position >= 0 && position < words.size() ? words.get((int) position) : null;
  }

  /// The position of a word, or [Tape#ABSENT].
  public long position(String word) {
    Integer position = positions.get(word);
    return position == null ? Tape.ABSENT : position;
  }

  /// True for `BOOLEAN` and `NULL`, whose words are JSON's own.
  public boolean isLiteral() {
    return literal;
  }

  /// True when words may come that are not known.
  public boolean isExtensible() {
    return extensible;
  }

  /// Tells whether the type has, or may have, a word at this position.
  public boolean has(long position) {
    return position >= 0
        && (position < words.size() || (extensible && position < rootCount + EXTENSIONS_MAX));
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    if (extensible && in.bit()) {
      int extension = Lengths.small(in);
      if (extension >= EXTENSIONS_MAX) {
        throw in.malformed("is extension " + extension + ", must be below " + EXTENSIONS_MAX);
      }
      return (long) rootCount + extension;
    }
    long position = in.bits(width);
    if (position >= rootCount) {
      throw new Malformed(
          Refusal.OUT_OF_RANGE,
          "is value " + position + ", must be 0 to " + (rootCount - 1),
          in.offset());
    }
    return position;
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    if (!has(cell)) {
      throw new Malformed(
          Refusal.OUT_OF_RANGE,
          "is value " + cell + ", must be 0 to " + (words.size() - 1),
          Malformed.NO_OFFSET);
    }
    boolean root = cell < rootCount;
    if (extensible) {
      out.bit(!root);
    }
    if (root) {
      out.bits(cell, width);
    } else {
      Lengths.writeSmall((int) cell - rootCount, out);
    }
  }

  @Override
  int bitsMin() {
    return width + (extensible ? 1 : 0);
  }
}
