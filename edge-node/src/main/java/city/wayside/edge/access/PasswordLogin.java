package city.wayside.edge.access;

import city.wayside.edge.access.password.PasswordCheck;
import city.wayside.edge.access.password.RememberedPasswords;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.PasswordHash;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// By a registered user name and its password. Whether the name or the password was wrong is never
/// told, nor can it be told from the time it took.
final class PasswordLogin implements Login {

  private static final Undecided NONE =
      new Undecided(
          new Entry.Denied(Denial.NOT_AUTHORIZED, "user name and password were not both shown"));
  private static final Proof WRONG =
      Login.refuted(Denial.BAD_CREDENTIALS, "user name or password is wrong");
  private static final Proof BUSY =
      Login.refuted(Denial.BUSY, "too many clients connect at once, try again");

  private final Lookup<ClientRecord> byName;
  private final PasswordCheck check;
  private final RememberedPasswords remembered;
  private final FailureLimit limit;
  private final InstantSource clock;

  PasswordLogin(
      Lookup<ClientRecord> byName,
      PasswordCheck check,
      RememberedPasswords remembered,
      FailureLimit limit,
      InstantSource clock) {
    this.byName = byName;
    this.check = check;
    this.remembered = remembered;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Proof> prove(Presented presented) {
    String name = presented.userName();
    byte[] password = presented.password();
    if (name == null || name.isEmpty() || password == null || password.length == 0) {
      return CompletableFuture.completedFuture(NONE);
    }
    CompletionStage<Optional<ClientRecord>> found =
        ClientRecord.isName(name)
            ? byName.find(name)
            : CompletableFuture.completedFuture(Optional.empty());
    return found.thenCompose(client -> prove(presented.address(), client.orElse(null), password));
  }

  private CompletionStage<Proof> prove(
      String address, @Nullable ClientRecord client, byte[] password) {
    @Nullable PasswordHash hash = client == null ? null : client.password().orElse(null);
    if (client != null
        && hash != null
        && remembered.isRight(client.name(), hash, password, clock.millis())) {
      return CompletableFuture.completedFuture(proven(client));
    }
    if (!limit.allows(address, clock.millis())) {
      return CompletableFuture.completedFuture(TOO_MANY_FAILURES);
    }
    return check
        .check(hash, password)
        .thenApply(result ->
            switch (result) {
              case RIGHT -> right(client, hash, password);
              case WRONG -> {
                limit.failed(address, clock.millis());
                yield WRONG;
              }
              case BUSY -> BUSY;
            });
  }

  private Proof right(@Nullable ClientRecord client, @Nullable PasswordHash hash, byte[] password) {
    if (client == null || hash == null) {
      throw new IllegalStateException("no password is right without a hash");
    }
    remembered.add(client.name(), hash, password, clock.millis());
    return proven(client);
  }

  private static Proof proven(ClientRecord client) {
    return new Proven(client, Method.PASSWORD, Entry.Admitted.FOREVER);
  }
}
