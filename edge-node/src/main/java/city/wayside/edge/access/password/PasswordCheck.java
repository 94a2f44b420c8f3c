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

  private final SlowHash hash;
  private final BoundedWork work;
  private final int iterationsMin;

  /// Checks on these threads.
  public PasswordCheck(PasswordConfig config, BoundedWork work) {
    this(new RealHash(), config.iterations(), work);
  }

  PasswordCheck(SlowHash hash, int iterationsMin, BoundedWork work) {
    this.hash = hash;
    this.iterationsMin = iterationsMin;
    this.work = work;
  }

  /// Checks one password.
  ///
  /// @param stored the hash; absent when nobody has the name, or no password
  /// @param password only read until it is answered
  public CompletionStage<Result> check(@Nullable PasswordHash stored, byte[] password) {
    return work.submit(() -> isRight(stored, password) ? Result.RIGHT : Result.WRONG, Result.BUSY);
  }

  private boolean isRight(@Nullable PasswordHash stored, byte[] password) {
    @Nullable Pbkdf2 wanted = stored == null ? null : Pbkdf2.of(stored).orElse(null);
    int spent = 0;
    if (wanted != null && Pbkdf2.isPassword(password)) {
      if (hash.isOf(wanted, password)) {
        return true;
      }
      spent = wanted.iterations();
    }
    if (spent < iterationsMin) {
      hash.spend(iterationsMin - spent);
    }
    return false;
  }

  /// What costs time; for tests, which count it.
  interface SlowHash {

    /// True when the hash is the password's; costs its rounds.
    boolean isOf(Pbkdf2 wanted, byte[] password);

    /// Costs so many rounds.
    void spend(int iterations);
  }

  private record RealHash() implements SlowHash {

    @Override
    public boolean isOf(Pbkdf2 wanted, byte[] password) {
      return wanted.isOf(password);
    }

    @Override
    public void spend(int iterations) {
      Pbkdf2.spend(iterations);
    }
  }
}
