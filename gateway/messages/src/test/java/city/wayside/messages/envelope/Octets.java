package city.wayside.messages.envelope;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// Bytes for tests, written in hexadecimal with a comment per field.
final class Octets {

  private Octets() {}

  /// The bytes of some lines; spaces and what follows `//` do not count.
  static byte[] of(String... texts) {
    String digits =
        Arrays.stream(texts)
            .flatMap(String::lines)
            .map(line -> line.replaceFirst("//.*", "").replace(" ", ""))
            .collect(Collectors.joining());
    return HexFormat.of().parseHex(digits);
  }

  /// The bytes of a part, in hexadecimal.
  static String hex(byte[] array, Slice part) {
    return HexFormat.of().formatHex(part.of(array));
  }

  /// So many equal bytes, as a text for [#of].
  static String times(int count, String octet) {
    return octet.repeat(count);
  }
}
