package city.wayside.kit.coap;

/// Codes of CoAP messages as one byte: class and detail (RFC 7252 §3).
public final class CoapCode {

  /// No code: an empty message.
  static final int EMPTY = 0;

  static final int POST = 2;

  /// 2.04, what a POST that was taken is answered with.
  public static final int CHANGED = 0x44;

  /// Every code from here on is a refusal.
  public static final int REFUSED = 0x80;

  private static final int DETAIL_BITS = 5;
  private static final int DETAIL = 0x1F;

  private CoapCode() {}

  /// `4.29`.
  public static String word(int code) {
    return "%d.%02d".formatted(code >> DETAIL_BITS, code & DETAIL);
  }
}
