package city.wayside.messages.uper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// `BIT STRING`, `OCTET STRING` and the character strings: so many units of so many bits. Its cell
/// is place and length in the bytes. X.691 §16, §17 and §30.
public final class StringType extends Type {

  /// What the units are.
  public enum Form {
    BITS(1),
    OCTETS(8),
    /// `IA5String`, `VisibleString` and `PrintableString`: seven bits a character.
    ASCII(7),
    /// `NumericString`: a space or a digit.
    DIGITS(4),
    /// `UTF8String`: the units are octets.
    UTF8(8),
    /// `OBJECT IDENTIFIER`: octets that hold numbers (X.690 §8.19).
    OBJECT_IDENTIFIER(8),
    /// `RELATIVE-OID`: the same without the two numbers that begin every other (X.690 §8.20).
    RELATIVE_OBJECT_IDENTIFIER(8);

    private final int unitBits;

    Form(int unitBits) {
      this.unitBits = unitBits;
    }

    /// How many bits a unit takes.
    public int unitBits() {
      return unitBits;
    }
  }

  /// The characters of `NumericString` by their codes.
  public static final String DIGITS = " 0123456789";

  private final Form form;
  private final Lengths lengths;

  StringType(Form form, Lengths lengths) {
    this.form = form;
    this.lengths = lengths;
  }

  /// What the units are.
  public Form form() {
    return form;
  }

  /// The fewest units of the root.
  public int lengthMin() {
    return lengths.min();
  }

  /// The most units of the root; below zero when nothing limits them.
  public int lengthMax() {
    return lengths.max();
  }

  /// True when other lengths may come.
  public boolean isExtensible() {
    return lengths.extensible();
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    int length = lengths.read(in);
    long cell = Tape.cell(in.place(), length);
    in.skip((long) length * form.unitBits);
    switch (form) {
      case DIGITS -> checkDigits(in, tape, cell, length);
      case UTF8 -> checkUtf8(in, tape, cell, length);
      case BITS, OCTETS, ASCII, OBJECT_IDENTIFIER, RELATIVE_OBJECT_IDENTIFIER -> {}
    }
    return cell;
  }

  private static void checkUtf8(BitReader in, Tape tape, long cell, int length) throws Malformed {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) tape.bits(cell, 8 * i, 8);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
    } catch (CharacterCodingException malformed) {
      throw in.malformed("is not UTF-8");
    }
  }

  private static void checkDigits(BitReader in, Tape tape, long cell, int length) throws Malformed {
    for (int i = 0; i < length; i++) {
      long code = tape.bits(cell, i * Form.DIGITS.unitBits, Form.DIGITS.unitBits);
      if (code >= DIGITS.length()) {
        throw in.malformed("has character code " + code + ", must be a digit");
      }
    }
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    int length = tape.length(cell);
    lengths.write(length, out);
    for (int i = 0; i < length; i++) {
      out.bits(tape.bits(cell, i * form.unitBits, form.unitBits), form.unitBits);
    }
  }

  @Override
  int bitsMin() {
    return lengths.bitsMin() + (lengths.extensible() ? 0 : lengths.min() * form.unitBits);
  }
}
