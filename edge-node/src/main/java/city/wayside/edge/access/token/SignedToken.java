package city.wayside.edge.access.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A token taken apart (RFC 7515, compact form). Nothing in it is to be believed yet.
///
/// @param algorithm by what it says it is signed
/// @param keyId which key it says it is signed with; empty when it does not say
/// @param payload the claims as JSON; only to be read
/// @param signed what the signature is over; only to be read
/// @param signature the signature; only to be read
record SignedToken(
    SignatureAlgorithm algorithm, String keyId, byte[] payload, byte[] signed, byte[] signature) {

  /// The longest token, in characters.
  static final int CHARS_MAX = 8192;

  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]*)");

  /// How the JSON object of a header begins in base 64.
  private static final String HEADER_START = "eyJ";

  /// True when a text has the form of a token.
  static boolean isLike(String text) {
    return text.startsWith(HEADER_START) && PARTS.matcher(text).matches();
  }

  /// Takes a token apart.
  ///
  /// @throws IOException when it is no token, or one that is never believed; the message says why
  static SignedToken parse(String text) throws IOException {
    if (text.length() > CHARS_MAX) {
      throw new IOException(
          "it has %d characters; allowed are %d".formatted(text.length(), CHARS_MAX));
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IOException("it is not three parts in base 64 with dots between them");
    }
    Map<String, Object> header = SmallJson.object(bytes(parts.group(1)));
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.ofWord(header.getOrDefault("alg", ""))
            .orElseThrow(
                () -> new IOException("its alg is none of the allowed RS256, ES256, EdDSA"));
    if (header.containsKey("crit")) {
      throw new IOException("its header demands extensions (crit), of which none is known");
    }
    return new SignedToken(
        algorithm,
        header.get("kid") instanceof String keyId ? keyId : "",
        bytes(parts.group(2)),
        text.substring(0, parts.end(2)).getBytes(StandardCharsets.US_ASCII),
        bytes(parts.group(3)));
  }

  private static byte[] bytes(String part) throws IOException {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException _) {
      throw new IOException("a part of it is not in base 64");
    }
  }
}
