package city.wayside.messages.translation;

import city.wayside.messages.etsi.cdd.EventDetails;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;

/// A provider (ISO 17573-3) as one number of 24 bits: the country code's 10 before the identifier's
/// 14.
final class IvimProvider {

  /// The largest number that is a provider.
  static final long MAX = (1 << 24) - 1;

  private static final int COUNTRY_BITS = 10;
  private static final int IDENTIFIER_BITS = 14;
  private static final StringType COUNTRY =
      (StringType) Path.of(EventDetails.PROVIDER, "countryCode").target();

  private IvimProvider() {}

  static long of(Tape tape, long countryCode, long identifier) {
    return tape.bits(countryCode, 0, COUNTRY_BITS) << IDENTIFIER_BITS | identifier;
  }

  /// The cell of the country code.
  static long countryCode(Draft draft, long provider) throws Malformed {
    long[] bits = new long[COUNTRY_BITS];
    for (int i = 0; i < COUNTRY_BITS; i++) {
      bits[i] = provider >>> (IDENTIFIER_BITS + COUNTRY_BITS - 1 - i) & 1;
    }
    return draft.string(COUNTRY, bits);
  }

  static long identifier(long provider) {
    return provider & (1 << IDENTIFIER_BITS) - 1;
  }
}
