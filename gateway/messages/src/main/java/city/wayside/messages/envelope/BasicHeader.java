package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;

/// The Basic Header of a GeoNetworking packet (ETSI EN 302 636-4-1 §9.6).
///
/// ```
/// | version 4 | next header 4 | reserved 8 | lifetime 8 | remaining hop limit 8 |
/// ```
///
/// @param version of the protocol, 0 or 1; both have the same headers
/// @param secured true when a secured packet follows, false when the Common Header does
/// @param lifetimeMs how long the packet may be passed on, in milliseconds
/// @param remainingHops how many more hops it may take
public record BasicHeader(int version, boolean secured, long lifetimeMs, int remainingHops) {

  private static final int VERSION_MAX = 1;
  private static final int NEXT_COMMON = 1;
  private static final int NEXT_SECURED = 2;
  private static final int[] LIFETIME_BASE_MS = {50, 1_000, 10_000, 100_000};

  static BasicHeader read(ByteCursor in) throws Unreadable {
    int first = in.octet("BasicHeader.version");
    int version = first >>> 4;
    int nextHeader = first & 0xF;
    if (version > VERSION_MAX) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "BasicHeader.version",
          in.atBytes() - 1,
          "is " + version + ", must be 0 or 1");
    }
    if (nextHeader != NEXT_COMMON && nextHeader != NEXT_SECURED) {
      throw in.malformed(
          "BasicHeader.nextHeader",
          1,
          "is " + nextHeader + ", must be 1 (Common Header) or 2 (secured packet)");
    }
    in.skip(1, "BasicHeader.reserved");
    int lifetime = in.octet("BasicHeader.lifetime");
    int remainingHops = in.octet("BasicHeader.remainingHopLimit");
    return new BasicHeader(
        version,
        nextHeader == NEXT_SECURED,
        (long) (lifetime >>> 2) * LIFETIME_BASE_MS[lifetime & 3],
        remainingHops);
  }
}
