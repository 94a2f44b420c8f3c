package city.wayside.messages.uper;

import java.util.ArrayList;
import java.util.List;

/// The words in which types are declared, so that a declaration reads like the standard's own.
///
/// ```java
/// static final SequenceType HEADING =
///     sequence("Heading")
///         .field("headingValue", integer(0, 3601))
///         .field("headingConfidence", integer(1, 127))
///         .end();
/// ```
public final class Schema {

  /// `BOOLEAN`.
  public static final EnumeratedType BOOLEAN =
      new EnumeratedType(List.of("false", "true"), 2, false, true);

  /// `NULL`.
  public static final EnumeratedType NULL = new EnumeratedType(List.of("null"), 1, false, true);

  /// A field that a constraint forbids (`ABSENT`): it has no value.
  public static final EnumeratedType NEVER = new EnumeratedType(List.of(), 0, false, true);

  private Schema() {}

  /// `INTEGER (min..max)`.
  public static IntegerType integer(long min, long max) {
    return new IntegerType(min, max, false);
  }

  /// `INTEGER (min..max, ...)`.
  public static IntegerType extensibleInteger(long min, long max) {
    return new IntegerType(min, max, true);
  }

  /// `INTEGER` without bounds, here of 64 bits.
  public static IntegerType unboundedInteger() {
    return new IntegerType(-Long.MAX_VALUE, Long.MAX_VALUE, false);
  }

  /// `ENUMERATED { ... }` of these words.
  public static EnumeratedType enumerated(String... words) {
    return new EnumeratedType(List.of(words), words.length, false, false);
  }

  /// `ENUMERATED { ..., ... }`: these words and others to come.
  public static EnumeratedType extensibleEnumerated(String... words) {
    return new EnumeratedType(List.of(words), words.length, true, false);
  }

  /// `ENUMERATED { root, ..., additions }`.
  public static EnumeratedType enumerated(List<String> root, List<String> additions) {
    List<String> words = new ArrayList<>(root);
    words.addAll(additions);
    return new EnumeratedType(words, root.size(), true, false);
  }

  /// `BIT STRING (SIZE (length))`.
  public static StringType bits(int length) {
    return new StringType(StringType.Form.BITS, new Lengths(length, length, false));
  }

  /// `BIT STRING (SIZE (min..max))`.
  public static StringType bits(int min, int max) {
    return new StringType(StringType.Form.BITS, new Lengths(min, max, false));
  }

  /// `BIT STRING (SIZE (length, ...))`.
  public static StringType extensibleBits(int length) {
    return new StringType(StringType.Form.BITS, new Lengths(length, length, true));
  }

  /// `OCTET STRING`.
  public static StringType octets() {
    return OpenType.raw();
  }

  /// `OCTET STRING (SIZE (min..max))`.
  public static StringType octets(int min, int max) {
    return new StringType(StringType.Form.OCTETS, new Lengths(min, max, false));
  }

  /// `IA5String`, `VisibleString` or `PrintableString` `(SIZE (min..max))`.
  public static StringType ascii(int min, int max) {
    return new StringType(StringType.Form.ASCII, new Lengths(min, max, false));
  }

  /// The same of any length.
  public static StringType ascii() {
    return new StringType(StringType.Form.ASCII, new Lengths(0, Lengths.UNBOUNDED, false));
  }

  /// `NumericString (SIZE (min..max))`.
  public static StringType digits(int min, int max) {
    return new StringType(StringType.Form.DIGITS, new Lengths(min, max, false));
  }

  /// `UTF8String`; a size constraint counts characters and is not seen on the wire.
  public static StringType utf8() {
    return new StringType(StringType.Form.UTF8, new Lengths(0, Lengths.UNBOUNDED, false));
  }

  /// `OBJECT IDENTIFIER`.
  public static StringType objectIdentifier() {
    return new StringType(
        StringType.Form.OBJECT_IDENTIFIER, new Lengths(1, Lengths.UNBOUNDED, false));
  }

  /// `RELATIVE-OID`.
  public static StringType relativeObjectIdentifier() {
    return new StringType(
        StringType.Form.RELATIVE_OBJECT_IDENTIFIER, new Lengths(1, Lengths.UNBOUNDED, false));
  }

  /// `SEQUENCE (SIZE (min..max)) OF`.
  public static SequenceOfType listOf(int min, int max, Type element) {
    return new SequenceOfType(new Lengths(min, max, false), element);
  }

  /// `SEQUENCE (SIZE (min..max, ...)) OF`.
  public static SequenceOfType extensibleListOf(int min, int max, Type element) {
    return new SequenceOfType(new Lengths(min, max, true), element);
  }

  /// `SEQUENCE OF` of any length.
  public static SequenceOfType listOf(Type element) {
    return new SequenceOfType(new Lengths(0, Lengths.UNBOUNDED, false), element);
  }

  /// `SEQUENCE { ... }`.
  ///
  /// @param name the type's name in the standard
  public static SequenceBuilder sequence(String name) {
    return new SequenceBuilder(name);
  }

  /// `CHOICE { ... }`.
  ///
  /// @param name the type's name in the standard
  public static ChoiceBuilder choice(String name) {
    return new ChoiceBuilder(name);
  }

  /// An open type whose content another field tells.
  public static OpenType open(OpenType.Entry... entries) {
    return new OpenType(List.of(entries));
  }

  /// What a key of an open type stands for.
  public static OpenType.Entry entry(long key, String name, Type type) {
    return new OpenType.Entry(key, name, type);
  }
}
