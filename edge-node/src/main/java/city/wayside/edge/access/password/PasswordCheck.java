package city.wayside.edge.access.password;

import city.wayside.edge.access.bounded.BoundedWork;
import city.wayside.model.client.PasswordHash;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Checks passwords by their slow hashes, on threads of their own. A wrong password costs the same
/// whether there is a hash to compare it with or not, so that the time says nothing about which
/// names exist. Any thread.
public final class PasswordCheck {

  /// What comes of a check.
  public enum Result {
    /// It is the password.
    RIGHT,
    /// It is not the password, or there is none.
    WRONG,
    /// Too many wait; it was not checked.
    BUSY
  }

  private final BoundedWork work;
  private final int iterationsMin;

  /// Checks on these threads.
  public PasswordCheck(PasswordConfig config, BoundedWork work) {
    this.work = work;
    this.iterationsMin = config.iterations();
  }

  /// Checks one password.
  ///
  /// @param stored the hash; absent when nobody has the name, or no password
  /// @param password only read until it is answered
  public CompletionStage<Result> check(@Nullable PasswordHash stored, byte[] password) {
    return work.submit(() -> isRight(stored, password) ? Result.RIGHT : Result.WRONG, Result.BUSY);
  }

  private boolean isRight(@Nullable PasswordHash stored, byte[] password) {
    @Nullable Pbkdf2 hash = stored == null ? null : Pbkdf2.of(stored).orElse(null);
    if (hash != null && hash.isOf(password)) {
      return true;
    }
    int spent = hash == null ? 0 : hash.iterations();
    if (spent < iterationsMin) {
      Pbkdf2.spend(password, iterationsMin - spent);
    }
    return false;
  }
}
