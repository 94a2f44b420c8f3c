package city.wayside.adapters.outbox;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Writes one XML 1.0 document in UTF-8 into memory, element by element.
///
/// What it writes is well-formed: end tags match, text is escaped, and characters that XML cannot
/// carry become U+FFFD. Numbers never have an exponent, which GML's lists forbid. Not safe for use
/// by several threads.
public final class XmlWriter {

  private static final int FIRST_BYTES = 8192;
  private static final int ESCAPED_BYTES_MAX = 6;
  private static final int NUMBER_BYTES_MAX = 24;
  private static final int DECIMALS_MAX = 9;
  private static final double SCALED_MAX = 1e17;
  private static final long[] POWERS = new long[DECIMALS_MAX + 1];
  private static final byte[] DECLARATION =
      XmlName.utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final int bytesMax;
  private final Deque<XmlName> open = new ArrayDeque<>();
  private byte[] buffer;
  private int size;
  private boolean inTag;

  /// An empty document.
  ///
  /// @param bytesMax how long it may become; whatever would make it longer throws
  ///   `IllegalStateException`
  public XmlWriter(int bytesMax) {
    this.bytesMax = bytesMax;
    this.buffer = new byte[Math.min(bytesMax, FIRST_BYTES)];
  }

  /// The XML declaration, which can only come first.
  public XmlWriter declaration() {
    if (size > 0) {
      throw new IllegalStateException("the XML declaration comes first");
    }
    return raw(DECLARATION);
  }

  /// Begins an element.
  public XmlWriter start(XmlName name) {
    closeTag();
    raw(name.opening());
    open.push(name);
    inTag = true;
    return this;
  }

  /// Gives the element that was just begun an attribute.
  public XmlWriter attribute(XmlAttribute name, String value) {
    openAttribute(name);
    escaped(value);
    return one('"');
  }

  /// Gives the element that was just begun an attribute that is a whole number.
  public XmlWriter attribute(XmlAttribute name, long value) {
    openAttribute(name);
    digits(value);
    return one('"');
  }

  /// Text in the element that is open.
  public XmlWriter text(String text) {
    closeTag();
    escaped(text);
    return this;
  }

  /// A whole number in the element that is open.
  public XmlWriter number(long value) {
    closeTag();
    return digits(value);
  }

  /// A number with this many decimals in the element that is open, never with an exponent.
  ///
  /// @param value finite, and small enough that its digits are exact
  /// @param decimals 1 to 9
  public XmlWriter decimal(double value, int decimals) {
    closeTag();
    long power = POWERS[decimals];
    double scaled = Math.rint(Math.abs(value) * power);
    if (!(scaled < SCALED_MAX)) {
      throw new IllegalArgumentException(value + " with " + decimals + " decimals");
    }
    long units = (long) scaled;
    if (value < 0 && units > 0) {
      one('-');
    }
    digits(units / power);
    one('.');
    long fraction = units % power;
    for (int i = decimals - 1; i > 0 && fraction < POWERS[i]; i--) {
      one('0');
    }
    return digits(fraction);
  }

  /// Ends the element that was begun last.
  public XmlWriter end() {
    closeTag();
    return raw(open.pop().closing());
  }

  /// An element that holds text.
  public XmlWriter element(XmlName name, String text) {
    return start(name).text(text).end();
  }

  /// An element that holds a whole number.
  public XmlWriter element(XmlName name, long value) {
    return start(name).number(value).end();
  }

  /// An element that holds a number with decimals.
  public XmlWriter element(XmlName name, double value, int decimals) {
    return start(name).decimal(value, decimals).end();
  }

  /// Whole elements that another writer wrote.
  public XmlWriter fragment(byte[] elements) {
    closeTag();
    return raw(elements);
  }

  /// All that was written.
  ///
  /// @throws IllegalStateException when an element is still open
  public byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(open.size() + " elements are still open");
    }
    return Arrays.copyOf(buffer, size);
  }

  private void closeTag() {
    if (inTag) {
      inTag = false;
      one('>');
    }
  }

  private void openAttribute(XmlAttribute name) {
    if (!inTag) {
      throw new IllegalStateException("an attribute comes before the content");
    }
    raw(name.opening());
  }

  private void escaped(String text) {
    int length = text.length();
    ensure((long) length * ESCAPED_BYTES_MAX);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        ascii(c);
      } else if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1));
        utf8(pair ? Character.toCodePoint(c, text.charAt(++i)) : '\uFFFD');
      } else if (c == '\t' || c == '\n' || c == '\r') {
        // As references, for a reader would turn them into spaces in an attribute.
        raw(c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;");
      } else {
        utf8(c < ' ' || c >= 0xFFFE ? '\uFFFD' : c);
      }
    }
  }

  private void ascii(char c) {
    switch (c) {
      case '<' -> raw("&lt;");
      case '>' -> raw("&gt;");
      case '&' -> raw("&amp;");
      case '"' -> raw("&quot;");
      default -> buffer[size++] = (byte) c;
    }
  }

  private void utf8(int codePoint) {
    if (codePoint < 0x80) {
      buffer[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      buffer[size++] = (byte) (0xC0 | codePoint >> 6);
      continuation(codePoint);
    } else if (codePoint < 0x10000) {
      buffer[size++] = (byte) (0xE0 | codePoint >> 12);
      continuation(codePoint >> 6);
      continuation(codePoint);
    } else {
      buffer[size++] = (byte) (0xF0 | codePoint >> 18);
      continuation(codePoint >> 12);
      continuation(codePoint >> 6);
      continuation(codePoint);
    }
  }

  private void continuation(int bits) {
    buffer[size++] = (byte) (0x80 | (bits & 0x3F));
  }

  private XmlWriter digits(long value) {
    ensure(NUMBER_BYTES_MAX);
    if (value < 0) {
      raw(Long.toString(value));
      return this;
    }
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    long rest = value;
    for (int i = size + count - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
    return this;
  }

  private XmlWriter one(char ascii) {
    ensure(1);
    buffer[size++] = (byte) ascii;
    return this;
  }

  private void raw(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      buffer[size++] = (byte) ascii.charAt(i);
    }
  }

  private XmlWriter raw(byte[] bytes) {
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  private void ensure(long count) {
    long wanted = size + count;
    if (wanted <= buffer.length) {
      return;
    }
    if (wanted > bytesMax) {
      throw new IllegalStateException("document longer than " + bytesMax + " bytes");
    }
    buffer = Arrays.copyOf(buffer, (int) Math.min(bytesMax, Math.max(wanted, buffer.length * 2L)));
  }
}
