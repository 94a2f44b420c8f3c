package city.wayside.edge.access;

import city.wayside.edge.access.token.TokenCheck;
import city.wayside.edge.access.token.TokenResult;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// By a token of the issuer in the place of the password.
final class TokenLogin implements Login {

  private static final Undecided NONE =
      new Undecided(new Entry.Denied(Denial.NOT_AUTHORIZED, "no token was shown"));

  private final TokenCheck check;
  private final FailureLimit limit;
  private final InstantSource clock;

  TokenLogin(TokenCheck check, FailureLimit limit, InstantSource clock) {
    this.check = check;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Proof> prove(Presented presented) {
    byte[] password = presented.password();
    if (password == null || !check.isToken(presented.userName(), password)) {
      return CompletableFuture.completedFuture(NONE);
    }
    String address = presented.address();
    if (!limit.allows(address, clock.millis())) {
      return CompletableFuture.completedFuture(TOO_MANY_FAILURES);
    }
    return check
        .check(password)
        .thenApply(result ->
            switch (result) {
              case TokenResult.Believed believed ->
                  new Proven(believed.client(), Method.TOKEN, believed.untilMs());
              case TokenResult.Forged forged -> {
                limit.failed(address, clock.millis());
                yield Login.refuted(Denial.BAD_CREDENTIALS, forged.reason());
              }
              case TokenResult.Unfit unfit -> Login.refuted(Denial.BAD_CREDENTIALS, unfit.reason());
              case TokenResult.Unavailable _ ->
                  Login.refuted(Denial.UNAVAILABLE, "no token can be checked now, try again");
              case TokenResult.Busy _ ->
                  Login.refuted(Denial.BUSY, "too many clients connect at once, try again");
            });
  }
}
