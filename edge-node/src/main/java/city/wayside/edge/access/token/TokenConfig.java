package city.wayside.edge.access.token;

import city.wayside.model.config.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whose tokens let a client in.
///
/// @param issuer the issuer that a token must name
/// @param audience the audience that a token must name
/// @param keysFile the file with the issuer's keys; absent when they come from a server
/// @param keysUrl where the issuer's keys are; absent when they come from a file
/// @param keysCaFile the authorities that may vouch for that server; absent for Java's own
/// @param userName the user name that announces a token; absent when any does
/// @param leewayMs how far the issuer's clock may be from ours
/// @param refreshMs how often the keys are fetched
/// @param refreshMsMin how often they are fetched at most, when a token names an unknown key
/// @param claims which claims say what the client is
public record TokenConfig(
    @Setting("The issuer (`iss`) that a token must name.") String issuer,
    @Setting("The audience (`aud`) that a token must name.") String audience,
    @Setting("File with the issuer's keys, a JSON Web Key Set; or set keysUrl.")
        @Nullable Path keysFile,
    @Setting("Address of the issuer's keys, which begins with https://; or set keysFile.")
        @Nullable String keysUrl,
    @Setting(
            "Certificates (PEM) of the authorities that may vouch for the server of keysUrl;"
                + " Java's own when it is not set.")
        @Nullable Path keysCaFile,
    @Setting(
            "User name with which a client says that its password is a token; when it is not set,"
                + " every password that looks like a token is taken for one.")
        @Nullable String userName,
    @Setting(
            value = "Milliseconds by which the issuer's clock may differ from the gateway's.",
            otherwise = "60000",
            min = 0,
            max = 3_600_000)
        long leewayMs,
    @Setting(
            value = "The keys are fetched every so many milliseconds.",
            otherwise = "300000",
            min = 1000,
            max = 86_400_000)
        long refreshMs,
    @Setting(
            value =
                "When a token names an unknown key, the keys are fetched, but only when they were"
                    + " not fetched for this many milliseconds.",
            otherwise = "10000",
            min = 100,
            max = 3_600_000)
        long refreshMsMin,
    @Setting("Which claims say what the client is.") ClaimNames claims) {

  /// Refuses a configuration that would let in whom nobody vouches for.
  public TokenConfig {
    if (issuer.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException("issuer and audience must both be set");
    }
    if ((keysFile == null) == (keysUrl == null)) {
      throw new IllegalArgumentException("one of keysFile and keysUrl must be set, and not both");
    }
    if (keysUrl != null && !isHttps(keysUrl)) {
      throw new IllegalArgumentException(
          "keysUrl is \"%s\", must be an address that begins with https://".formatted(keysUrl));
    }
  }

  private static boolean isHttps(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
