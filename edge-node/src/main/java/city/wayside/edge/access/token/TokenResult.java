package city.wayside.edge.access.token;

import city.wayside.model.client.ClientRecord;

/// What comes of a token.
public sealed interface TokenResult {

  /// The issuer vouches for a client.
  ///
  /// @param client the client as the token describes it
  /// @param untilMs when the token ends, leeway included, milliseconds since 1970
  record Believed(ClientRecord client, long untilMs) implements TokenResult {}

  /// It was not made by the issuer.
  record Forged(String reason) implements TokenResult {}

  /// The issuer made it, but not for here and now, or it says what cannot be.
  record Unfit(String reason) implements TokenResult {}

  /// There are no keys to check it with.
  record Unavailable() implements TokenResult {}

  /// Too many wait; it was not checked.
  record Busy() implements TokenResult {}
}
