package city.wayside.messages.uper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open type: a length, then a value whose type another field of the sequence tells. Its cell is
/// the index of a block of two: the entry's position and the value's cell; for a key that nobody
/// knows, [#UNKNOWN] and the octets' cell, so that they are passed on as they came. X.691 §11.2.
public final class OpenType extends Type {

  /// Stands for an entry that is not known.
  public static final int UNKNOWN = -1;

  private static final StringType RAW =
      new StringType(StringType.Form.OCTETS, new Lengths(0, Lengths.UNBOUNDED, false));

  /// What a key stands for.
  ///
  /// @param key the number in the field that tells
  /// @param name the type's name in the standard
  /// @param type the type
  public record Entry(long key, String name, Type type) {}

  private final List<Entry> entries;

  OpenType(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// What is known of it.
  public List<Entry> entries() {
    return entries;
  }

  /// The type of octets that are not understood.
  public static StringType raw() {
    return RAW;
  }

  /// The entry at a position, or nothing.
  public @Nullable Entry entry(long position) {
    return position < 0 ? null : entries.get((int) position);
  }

  /// The position of a key's entry, or [#UNKNOWN].
  public int position(long key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key() == key) {
        return i;
      }
    }
    return UNKNOWN;
  }

  /// The position of the entry with this type name, or [#UNKNOWN].
  public int position(String name) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  long decode(BitReader in, Tape tape, long key) throws Malformed {
    int position = position(key);
    int at = tape.reserve(2);
    tape.set(at, position);
    tape.set(at + 1, position == UNKNOWN ? RAW.decode(in, tape) : known(position, in, tape));
    return at;
  }

  private long known(int position, BitReader in, Tape tape) throws Malformed {
    Entry entry = entries.get(position);
    try {
      return decodeOpen(entry.type(), in, tape);
    } catch (Malformed malformed) {
      throw malformed.in(entry.name());
    }
  }

  /// Reads a length and a value that fills so many octets.
  static long decodeOpen(Type type, BitReader in, Tape tape) throws Malformed {
    int octets = Lengths.free(in);
    long end = in.endAfter(8L * octets);
    long cell = type.decode(in, tape);
    long left = in.remainingBits();
    if (left > 7 && !(octets == 1 && left == 8)) {
      throw in.malformed("is followed by " + left + " bits within its " + octets + " octets");
    }
    if (in.bits((int) left) != 0) {
      throw in.malformed("is filled up with ones, must be zeros");
    }
    in.endAt(end);
    return cell;
  }

  static void encodeOpen(Type type, long cell, Tape tape, BitWriter out) throws Malformed {
    BitWriter inner = new BitWriter();
    type.encode(cell, tape, inner);
    byte[] octets = inner.toBytes();
    Lengths.writeFree(octets.length, out);
    for (byte octet : octets) {
      out.bits(octet, 8);
    }
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    throw new IllegalStateException("an open type is read with its key");
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    Entry entry = entry(tape.cell((int) cell));
    long value = tape.cell((int) cell + 1);
    if (entry == null) {
      RAW.encode(value, tape, out);
      return;
    }
    try {
      encodeOpen(entry.type(), value, tape, out);
    } catch (Malformed malformed) {
      throw malformed.in(entry.name());
    }
  }

  @Override
  int bitsMin() {
    return 8;
  }
}
